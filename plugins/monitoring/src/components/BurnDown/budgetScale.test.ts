import { budgetScale } from './budgetScale';

describe('budgetScale', () => {
  it.each([
    [0.604, 0, [1, 0.75, 0.5, 0.25, 0]],
    [-0.042, -0.25, [1, 0.75, 0.5, 0.25, 0, -0.25]],
    [-1.5, -1.5, [1, 0.5, 0, -0.5, -1, -1.5]],
    [-4, -4, [1, 0, -1, -2, -3, -4]],
    [-900, -1000, [1, 0, -1000]],
  ])('for %p ends at %p', (lowest, min, ticks) => {
    const scale = budgetScale(lowest);
    expect(scale.min).toBeCloseTo(min, 9);
    expect(scale.ticks).toHaveLength(ticks.length);
    scale.ticks.forEach((tick, index) =>
      expect(tick).toBeCloseTo(ticks[index], 9),
    );
  });
});
