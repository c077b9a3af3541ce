import { SloWindow } from '../annotations/types';

const DAY = 86_400;

/**
 * Length of an SLO's window in seconds. A month counts as 30 days and a quarter as 90, so that
 * budgets and alert limits do not change from month to month.
 *
 * @public
 */
export function sloWindowSeconds(window: SloWindow): number {
  if (window.type === 'rolling') {
    return window.duration;
  }
  return window.unit === 'month' ? 30 * DAY : 90 * DAY;
}
