/** @jest-environment node */
import UPlot from 'uplot';
import fc from 'fast-check';
import { ScaleLimits, scaleOptions } from './scaleRange';

const LIMITS: ScaleLimits = {
  scale: { type: 'linear', base: 10, linearThreshold: 1 },
  stacking: { mode: 'none', group: 'A' },
  centeredZero: false,
};
const log = (base: 2 | 10) => ({
  type: 'log' as const,
  base,
  linearThreshold: 1,
});

function rangeOf(
  changes: Partial<ScaleLimits>,
  min: number | null,
  max: number | null,
) {
  const { range } = scaleOptions({ ...LIMITS, ...changes }, UPlot);
  return (range as (...args: unknown[]) => [number | null, number | null])(
    undefined,
    min,
    max,
    'y',
  );
}

describe('the limits of a value axis', () => {
  it.each<[string, Partial<ScaleLimits>, [number, number], [number, number]]>([
    ['leaves a tenth of room', {}, [2, 9], [1.3, 9.7]],
    ['does not cross zero', {}, [-90, -2], [-99, 0]],
    [
      'begins and ends where the author wants',
      { min: 0, max: 100 },
      [2, 9],
      [0, 100],
    ],
    ['lets data cross a soft limit', { softMax: 5 }, [2, 9], [1.3, 9.7]],
    ['reaches a soft limit', { softMin: 0, softMax: 50 }, [2, 9], [0, 50]],
    ['shows something of flat zero', {}, [0, 0], [0, 100]],
    [
      'shows shares of a whole',
      { stacking: { mode: 'percent', group: 'A' } },
      [0.2, 1],
      [0, 1],
    ],
    ['puts zero in the middle', { centeredZero: true }, [-2, 8], [-10, 10]],
    ['ends at whole numbers', { decimals: 0 }, [0.2, 0.7], [0, 1]],
    ['ends at powers', { scale: log(10) }, [0.03, 17], [0.01, 100]],
    ['ends at powers of two', { scale: log(2) }, [3, 17], [2, 32]],
    [
      'takes powers for limits',
      { scale: log(10), min: 0.5, max: 20 },
      [3, 17],
      [0.1, 100],
    ],
    [
      'does not obey limits that a logarithm cannot',
      { scale: log(10), min: 0 },
      [3, 17],
      [1, 100],
    ],
    [
      'does not obey limits that leave nothing',
      { min: 50, max: 10 },
      [2, 9],
      [0, 100],
    ],
  ])('%s', (_, changes, [min, max], expected) => {
    const [from, to] = rangeOf(changes, min, max);
    expect(from).toBeCloseTo(expected[0], 9);
    expect(to).toBeCloseTo(expected[1], 9);
  });

  it('is nowhere when no series is shown', () => {
    expect(rangeOf({}, null, null)).toEqual([null, null]);
    expect(rangeOf({ min: 1, max: 2 }, null, null)).toEqual([1, 2]);
  });

  it('always leaves something to see', () => {
    const value = fc.double({ noNaN: true, min: -1e12, max: 1e12 });
    const limit = fc.option(value, { nil: undefined });
    fc.assert(
      fc.property(
        value,
        value,
        limit,
        limit,
        fc.constantFrom(
          'linear' as const,
          'ordinal' as const,
          'symlog' as const,
        ),
        fc.boolean(),
        (one, other, min, max, type, centeredZero) => {
          const [from, to] = rangeOf(
            {
              min,
              max,
              centeredZero,
              scale: { type, base: 10, linearThreshold: 1 },
            },
            Math.min(one, other),
            Math.max(one, other),
          );
          expect(from).toBeLessThan(to!);
        },
      ),
    );
  });
});
