import { burnRate } from './burnRate';

/**
 * Share of the error budget that is left.
 *
 * @param errorRatio - bad events ÷ all events over the SLO's window, 0..1
 * @param errorBudgetRatio - share of events that may be bad, 1 − objective; above 0
 * @param elapsed - share of a calendar window that has passed, see `elapsedShare`; default 1
 * @returns at most 1; negative when overspent. `undefined` when there is no such figure: without
 *   a budget, or for what is no number
 * @public
 */
export function budgetRemaining(
  errorRatio: number,
  errorBudgetRatio: number,
  elapsed: number = 1,
): number | undefined {
  const spent = burnRate(errorRatio * elapsed, errorBudgetRatio);
  return spent === undefined ? undefined : 1 - spent;
}
