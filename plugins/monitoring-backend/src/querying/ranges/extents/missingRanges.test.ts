import { missingRanges } from './missingRanges';

const ASKED = { start: 107, end: 207 };

describe('missingRanges', () => {
  it.each([
    ['nothing is known', [], [[107, 207]]],
    ['all of it is known', [[107, 207]], []],
    ['more than it is known', [[7, 307]], []],
    ['its end is missing', [[7, 187]], [[197, 207]]],
    ['its beginning is missing', [[127, 307]], [[107, 117]]],
    [
      'both ends are missing',
      [[127, 187]],
      [
        [107, 117],
        [197, 207],
      ],
    ],
    [
      'the middle is missing',
      [
        [7, 127],
        [167, 207],
      ],
      [[137, 157]],
    ],
    ['a single moment is missing', [[107, 197]], [[207, 207]]],
    [
      'a single moment is known',
      [[157, 157]],
      [
        [107, 147],
        [167, 207],
      ],
    ],
    [
      'what is known lies elsewhere',
      [
        [7, 97],
        [217, 307],
      ],
      [[107, 207]],
    ],
  ])('keeps the phase when %s', (_, known, missing) => {
    const spans = known.map(([start, end]) => ({ start, end }));
    expect(missingRanges(ASKED, spans, 10)).toEqual(
      missing.map(([start, end]) => ({ start, end })),
    );
  });
});
