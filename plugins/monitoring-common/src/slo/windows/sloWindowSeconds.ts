import { SloWindow } from '../../annotations/types';

const DAY = 86_400;

const NOMINAL = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY,
};

/**
 * Nominal length of an SLO's window in seconds. A month counts as 30 days, a quarter as 90 and a
 * year as 365, so that the limits of alerts do not change from month to month. What a budget allows
 * in minutes goes by the actual length, {@link sloWindowLength}.
 *
 * @public
 */
export function sloWindowSeconds(window: SloWindow): number {
  return window.type === 'rolling'
    ? window.duration
    : NOMINAL[window.unit] * (window.count ?? 1);
}
