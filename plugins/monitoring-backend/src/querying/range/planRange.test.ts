import fc from 'fast-check';
import { capStep, checkRange, planRange } from './planRange';

describe('checkRange', () => {
  it.each([
    [{ from: 2_000, to: 1_000 }, 'range.from must lie before range.to'],
    [{ from: 1_000, to: 1_000 }, 'range.from must lie before range.to'],
    [{ from: NaN, to: 1_000 }, 'range.from must lie before range.to'],
    [{ from: 0, to: 401 * 86_400_000 }, 'at most 400 days'],
  ])('refuses %o', (range, message) => {
    expect(() => checkRange(range)).toThrow(message);
  });

  it('accepts a year', () => {
    expect(() => checkRange({ from: 0, to: 365 * 86_400_000 })).not.toThrow();
  });
});

describe('planRange', () => {
  it('moves both ends down to the step', () => {
    expect(planRange({ from: 1_234_567, to: 2_345_678 }, 60)).toEqual({
      start: 1_200,
      end: 2_340,
      step: 60,
    });
  });

  it('never asks for more points than Prometheus answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000_000 }),
        fc.integer({ min: 1, max: 400 * 86_400_000 }),
        fc.constantFrom(0.001, 0.2, 1, 15, 60, 3_600, 86_400),
        (from, length, wanted) => {
          const range = { from, to: from + length };
          const { start, end, step } = planRange(range, capStep(range, wanted));
          expect((end - start) / step).toBeLessThanOrEqual(11_000);
          expect(start * 1_000).toBeLessThanOrEqual(from);
          expect(end * 1_000).toBeLessThanOrEqual(range.to);
        },
      ),
    );
  });
});
