import { SloWindow } from './SloWindow';
import { isTimeZone } from './isTimeZone';
import { parseDuration } from './parseDuration';

const LONGEST = 90 * 86_400;
const SHORTEST = 3_600;

/** Windows of the calendar. */
export const CALENDAR_UNITS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const;

/**
 * Reads an SLO's window: `30d`, `12h`, `4w` (1 hour to 90 days), or one of the calendar: `day`,
 * `week` (from Monday), `month`, `quarter` or `year`, with its zone behind it, `month@Europe/Berlin`.
 *
 * @param timeZone - zone of a calendar window that names none, an IANA name
 * @returns `undefined` when it is none of these
 * @public
 */
export function parseSloWindow(
  text: string,
  timeZone: string = 'UTC',
): SloWindow | undefined {
  const [name, zone = timeZone, ...more] = text.split('@');
  const unit = CALENDAR_UNITS.find(known => known === name);
  if (unit) {
    return more.length === 0 && isTimeZone(zone)
      ? { type: 'calendar', unit, timeZone: zone }
      : undefined;
  }
  const duration = /^\d+[hdw]$/.test(text) ? parseDuration(text) : undefined;
  return duration !== undefined && duration >= SHORTEST && duration <= LONGEST
    ? { type: 'rolling', duration }
    : undefined;
}
