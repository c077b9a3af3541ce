import {
  SloStatus,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatTime, TimeFormat } from '../../format';
import { nextWindowStart } from '../BurnDown';

/** When an SLO's calendar window ends, for people, by the clock of the window's own zone. */
export function windowEndText(
  window: SloWindow & { type: 'calendar' },
  windowEnd: SloStatus['windowEnd'],
  format: TimeFormat,
): string {
  return formatTime(
    windowEnd ?? nextWindowStart(window, format.now / 1000) * 1000,
    { ...format, timeZone: window.timeZone },
  );
}
