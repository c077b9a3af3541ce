import { burnScale } from './burnScale';

describe('burnScale', () => {
  it.each([
    [0, 0],
    [0.1, 0],
    [1, 1 / 3],
    [10, 2 / 3],
    [100, 1],
    [5000, 1],
    [NaN, 0],
  ])('puts %p× at %p of the length', (rate, share) => {
    expect(burnScale(rate)).toBeCloseTo(share, 10);
  });
});
