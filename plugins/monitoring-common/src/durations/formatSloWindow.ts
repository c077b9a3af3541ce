import { SloWindow } from '../annotations/types';
import { formatDuration } from './formatDuration';

/**
 * Writes an SLO's window as the short form does: `30d`, `month`.
 *
 * @public
 */
export function formatSloWindow(window: SloWindow): string {
  return window.type === 'calendar'
    ? window.unit
    : formatDuration(window.duration);
}
