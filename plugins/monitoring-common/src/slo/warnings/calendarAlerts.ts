import { formatDuration } from '../../durations/formatDuration';
import { formatSloWindow } from '../../durations/formatSloWindow';
import { burnRatePairs } from '../alerts/burnRatePairs';
import { sloWindowSeconds } from '../windows/sloWindowSeconds';
import { Slo } from '../types';
import { longWindows } from './pairTexts';
import { SloWarning } from './SloWarning';

/** Budgets that begin anew with the calendar, and alerts that do not. */
export function calendarAlerts(slo: Slo): SloWarning[] {
  return slo.window.type === 'rolling'
    ? []
    : [
        {
          message: `The budget of '${
            slo.id
          }' is counted by the ${formatSloWindow(
            slo.window,
          )} of the calendar, but its burn-rate alerts look back over rolling windows (${longWindows(
            burnRatePairs(slo),
          )}), with limits for ${formatDuration(
            sloWindowSeconds(slo.window),
          )}: they may fire for what the last ${formatSloWindow(
            slo.window,
          )} has paid for`,
        },
      ];
}
