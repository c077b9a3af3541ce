import { SloWindow } from '../annotations/types';
import { parseDuration } from './parseDuration';

const LONGEST = 90 * 86_400;
const SHORTEST = 3_600;

/**
 * Reads an SLO's window: `30d`, `12h`, `4w` (1 hour to 90 days), `month` or `quarter` (UTC).
 *
 * @returns `undefined` when it is none of these
 * @public
 */
export function parseSloWindow(text: string): SloWindow | undefined {
  if (text === 'month' || text === 'quarter') {
    return { type: 'calendar', unit: text, timeZone: 'UTC' };
  }
  const duration = /^\d+[hdw]$/.test(text) ? parseDuration(text) : undefined;
  return duration !== undefined && duration >= SHORTEST && duration <= LONGEST
    ? { type: 'rolling', duration }
    : undefined;
}
