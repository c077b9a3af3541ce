import fc from 'fast-check';
import { decodeExtents, encodeExtents } from './encodeExtents';
import { packSeries } from './extents';

const SPAN = { start: 1_000, end: 9_000 };

const extents = fc
  .uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 4 })
  .chain(values =>
    fc.tuple(
      ...values.map(value =>
        fc
          .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
          .chain(times =>
            fc.record({
              labels: fc.constant({ value, ['__proto__x']: 'y' }),
              times: fc.constant([...times].sort((a, b) => a - b)),
              values: fc.array(fc.double(), {
                minLength: times.length,
                maxLength: times.length,
              }),
            }),
          ),
      ),
    ),
  )
  .map(series => [
    {
      ...SPAN,
      fetchedAt: 77,
      series: series.flatMap(one => packSeries([one], SPAN, 1_000) ?? []),
    },
  ]);

describe('encodeExtents', () => {
  it('gives back whatever was known, to the last bit', () => {
    fc.assert(
      fc.property(extents, known => {
        expect(decodeExtents('key', encodeExtents('key', known))).toEqual(
          known,
        );
      }),
    );
  });

  it('does not read what is of another key', () => {
    const bytes = encodeExtents('a', [{ ...SPAN, fetchedAt: 0, series: [] }]);
    expect(decodeExtents('b', bytes)).toBeUndefined();
  });

  it('does not read what is cut or anything else', () => {
    fc.assert(
      fc.property(extents, fc.nat(), (known, at) => {
        const bytes = encodeExtents('key', known);
        const cut = bytes.subarray(0, at % bytes.length);
        expect(decodeExtents('key', cut)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(decodeExtents('key', Buffer.from(bytes))).toBeUndefined();
      }),
    );
  });
});
