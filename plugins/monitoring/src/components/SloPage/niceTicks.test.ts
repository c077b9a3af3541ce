import { niceTicks } from './niceTicks';

describe('niceTicks', () => {
  it.each([
    [5568, [0, 2000, 4000, 6000]],
    [1, [0, 0.5, 1]],
    [3, [0, 1, 2, 3]],
    [8, [0, 2, 4, 6, 8]],
    [0.07, [0, 0.02, 0.04, 0.06, 0.08]],
    [0, [0, 1]],
  ])('up to %p', (max, ticks) => {
    expect(niceTicks(max)).toHaveLength(ticks.length);
    niceTicks(max).forEach((tick, index) =>
      expect(tick).toBeCloseTo(ticks[index], 9),
    );
  });
});
