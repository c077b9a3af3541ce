import fc from 'fast-check';
import { settleRange } from './settleRange';

const NOW = 1_800_000_007_345;
const HOUR = 3_600_000;

describe('settleRange', () => {
  it.each([
    ['an hour', HOUR, NOW - 7_345],
    ['half an hour', HOUR / 2, NOW - 2_345],
    ['five minutes', 300_000, NOW - 345],
    ['a second', 1_000, NOW - 345],
  ])('moves %s that ends now back', (_what, length, to) => {
    expect(settleRange({ from: NOW - length, to: NOW }, NOW)).toEqual({
      from: to - length,
      to,
    });
  });

  it.each([
    ['lies in the past', NOW - 60_001],
    ['reaches into the future', NOW + 60_001],
  ])('leaves a range alone that %s', (_what, to) => {
    const range = { from: to - HOUR, to };
    expect(settleRange(range, NOW)).toEqual(range);
  });

  it('keeps the length, and moves by less than what one sees', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -120_000, max: 120_000 }),
        fc.integer({ min: 1, max: 400 * 24 * HOUR }),
        (distance, length) => {
          const to = NOW + distance;
          const settled = settleRange({ from: to - length, to }, NOW);
          const moved = to - settled.to;
          expect(settled.to - settled.from).toBe(length);
          expect(moved).toBeGreaterThanOrEqual(0);
          expect(moved).toBeLessThan(
            Math.min(10_000, Math.max(1_000, length / 360)),
          );
        },
      ),
    );
  });
});
