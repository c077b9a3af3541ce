import { oneIn } from './oneIn';

describe('oneIn', () => {
  it.each([
    [1 - 0.999, 1000],
    [1 - 0.95, 20],
    [1 - 0.9999, 10_000],
    [1 - 0.985, undefined],
    [1 - 0.9995, 2000],
    [0.3, undefined],
  ])('of %p is %p', (share, n) => {
    expect(oneIn(share)).toBe(n);
  });
});
