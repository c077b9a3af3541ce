import { SloWindow } from '../../annotations/types';
import { formatDuration } from '../../durations/formatDuration';

/**
 * Names an SLO window in the label `window` of recorded series: `30d`, `month:Europe/Berlin`, and
 * with what else a calendar window has, `2week:UTC:2026-01-05 00:00:00`.
 *
 * @public
 */
export function sloWindowKey(window: SloWindow): string {
  if (window.type === 'rolling') {
    return formatDuration(window.duration);
  }
  const { unit, count = 1, timeZone, startTime } = window;
  return [
    `${count === 1 ? '' : count}${unit}`,
    timeZone,
    ...(startTime ? [startTime] : []),
  ].join(':');
}
