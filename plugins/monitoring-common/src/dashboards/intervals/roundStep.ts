import { INTERVAL_LADDER } from './intervalLadder';

const DAY = 86_400_000;
const TWO_YEARS = 730 * DAY;

/**
 * The step that Grafana's server makes of an interval. Its ladder has other bounds than that of the
 * browser, which is {@link roundInterval}.
 *
 * @param interval - in milliseconds
 * @returns in milliseconds
 */
export function roundStep(interval: number): number {
  const step = INTERVAL_LADDER.find(([upTo]) => interval <= upTo);
  if (step) {
    return step[1];
  }
  return interval < TWO_YEARS ? 30 * DAY : 365 * DAY;
}
