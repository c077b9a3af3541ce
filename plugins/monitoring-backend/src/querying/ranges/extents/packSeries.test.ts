import { packSeries } from './packSeries';
import { unpackSeries } from './unpackSeries';

const SPAN = { start: 1_500, end: 4_500 };
const A = { labels: { a: '1' }, times: [1.5, 2.5, 4.5], values: [1, 2, 3] };

describe('packSeries', () => {
  it('gives back what it was given', () => {
    const series = [
      A,
      {
        labels: { a: '2' },
        times: [1.5, 2.5, 3.5, 4.5],
        values: [NaN, -0, -Infinity, 5e-324],
      },
    ];
    const packed = packSeries(series, SPAN, 1_000)!;
    expect(packed.map(one => unpackSeries(one, 1_000))).toEqual(series);
    expect(packed.map(({ places }) => places?.length)).toEqual([3, undefined]);
  });

  it('leaves out series without a value', () => {
    expect(
      packSeries([{ labels: {}, times: [], values: [] }], SPAN, 1_000),
    ).toEqual([]);
  });

  it.each([
    ['a moment off the grid', [{ ...A, times: [1.5, 2.6, 4.5] }]],
    ['a moment before it', [{ ...A, times: [0.5, 2.5, 4.5] }]],
    ['a moment after it', [{ ...A, times: [1.5, 2.5, 5.5] }]],
    ['a moment twice', [{ ...A, times: [1.5, 1.5, 4.5] }]],
    ['too few values', [{ ...A, values: [1] }]],
    ['another order of series', [A, { ...A, labels: { a: '0' } }]],
    ['a series twice', [A, A]],
  ])('refuses an answer with %s', (_, series) => {
    expect(packSeries(series, SPAN, 1_000)).toBeUndefined();
  });
});
