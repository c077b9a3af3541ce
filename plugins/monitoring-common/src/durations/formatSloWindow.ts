import { SloWindow } from './SloWindow';
import { formatDuration } from './formatDuration';

/**
 * Writes an SLO's window as the short form does, without a zone: `30d`, `month`, and `2 months`
 * for one that has no short form.
 *
 * @public
 */
export function formatSloWindow(window: SloWindow): string {
  if (window.type === 'rolling') {
    return formatDuration(window.duration);
  }
  const { unit, count = 1 } = window;
  return count === 1 ? unit : `${count} ${unit}s`;
}
