import { ValueScale } from '../charts';

/** The scale of a burn-down chart, with the shares that have a line. */
export interface BudgetScale extends ValueScale {
  ticks: number[];
}

const STEPS = [0.25, 0.5, 1, 2, 5, 10, 20, 50];
/** Lines that have room below each other. */
const MOST_STEPS = 6;

/**
 * From 100 % down to nothing, or to a round share below the deepest overdraft.
 *
 * @param lowest - least share of budget left
 */
export function budgetScale(lowest: number): BudgetScale {
  const depth = Math.max(0, -lowest);
  const step =
    STEPS.find(one => (1 + depth) / one <= MOST_STEPS) ??
    10 ** Math.ceil(Math.log10((1 + depth) / MOST_STEPS));
  const below = Math.ceil(depth / step) * step;
  const ticks = [1];
  for (
    let tick = step >= 1 ? 0 : 1 - step;
    tick >= -below - 1e-9;
    tick -= step
  ) {
    ticks.push(tick);
  }
  return { min: -below, max: 1, ticks };
}
