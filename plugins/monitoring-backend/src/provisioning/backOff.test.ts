import { backOff } from './backOff';

const LIMITS = { first: 30_000, longest: 3_600_000 };

it.each([
  [1, 30_000],
  [2, 60_000],
  [7, 1_920_000],
  [8, 3_600_000],
  [2_000, 3_600_000],
])(
  'waits at most so long after %i failures in a row: %i ms',
  (failures, most) => {
    expect(backOff(failures, LIMITS, () => 1)).toBe(most);
    expect(backOff(failures, LIMITS, () => 0)).toBe(0);
  },
);
