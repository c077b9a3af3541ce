import { capStep, checkRange, planRange, QueryRange } from '../range';
import { SloHistoryQuery } from './SloHistoryService';

/** Points of a history when the caller names no step. */
const POINTS = 300;

/** The rules behind an SLO's figures are not evaluated more often. In seconds. */
const FINEST_STEP = 300;

const HOUR = 3_600;

/**
 * The grid of a history.
 *
 * @param query - in Unix milliseconds
 * @param options - `windowSeconds` of the SLO; `now` in Unix milliseconds
 * @throws `InputError` for a range that cannot be queried
 */
export function historyRange(
  query: SloHistoryQuery,
  options: { windowSeconds: number; now: number },
): QueryRange {
  const to = query.to ?? options.now;
  const from = query.from ?? to - options.windowSeconds * 1_000;
  checkRange({ from, to });
  const wanted = query.step ?? (to - from) / 1_000 / POINTS;
  const unit = wanted < HOUR ? FINEST_STEP : HOUR;
  const step = Math.max(1, Math.ceil(wanted / unit)) * unit;
  return planRange({ from, to }, capStep({ from, to }, step));
}
