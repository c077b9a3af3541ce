import fc from 'fast-check';
import { sampleExemplars, sampleFewExemplars } from './sampleExemplars';

/** `[time, value]`. */
function sampled(exemplars: [number, number][], step: number = 60) {
  return sampleExemplars(
    exemplars.map(([time, value]) => ({ time, value })),
    step,
  ).map(({ time, value }) => [time, value]);
}

describe('sampleExemplars', () => {
  it('takes the largest of each step, by time', () => {
    expect(
      sampled([
        [130, 1],
        [10, 4],
        [20, 5],
        [59, 4.5],
        [60, 4.8],
      ]),
    ).toEqual([
      [20, 5],
      [60, 4.8],
      [130, 1],
    ]);
  });

  it('takes what lies more than two standard deviations below the one before', () => {
    // Mean 9.1, standard deviation 2.846…: 10 − 1 > 5.69, and 10 − 10 is not.
    const same = Array.from({ length: 9 }, (_, index): [number, number] => [
      index,
      10,
    ]);
    expect(sampled([...same, [9, 1]])).toEqual([
      [0, 10],
      [9, 1],
    ]);
    expect(sampled([...same, [9, 1], [10, 1]])).toEqual([
      [0, 10],
      [9, 1],
    ]);
  });

  it('takes one of those that are all alike, and none of nothing', () => {
    expect(
      sampled([
        [1, 3],
        [2, 3],
      ]),
    ).toEqual([[1, 3]]);
    expect(sampled([[1, 3]])).toEqual([[1, 3]]);
    expect(sampled([])).toEqual([]);
  });

  const exemplars = fc.array(
    fc.record({
      time: fc.integer({ min: 0, max: 10_000 }),
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    }),
    { maxLength: 80 },
  );

  it('keeps the largest, and something of each step that has something', () => {
    fc.assert(
      fc.property(exemplars, fc.integer({ min: 1, max: 900 }), (all, step) => {
        const placeOf = ({ time }: { time: number }) => Math.floor(time / step);
        const kept = sampleExemplars(all, step);
        expect(new Set(kept.map(placeOf))).toEqual(new Set(all.map(placeOf)));
        expect(Math.max(...kept.map(({ value }) => value))).toBe(
          Math.max(...all.map(({ value }) => value)),
        );
        expect(new Set(kept).size).toBe(kept.length);
      }),
    );
  });

  it('leaves no more than so many when it is told to', () => {
    fc.assert(
      fc.property(exemplars, fc.integer({ min: 1, max: 20 }), (all, most) => {
        const kept = sampleFewExemplars(all, 1, most);
        expect(kept.length).toBeLessThanOrEqual(most);
        expect(kept.length > 0).toBe(all.length > 0);
      }),
    );
  });
});
