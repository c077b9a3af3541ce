import { CalendarWindow } from './CalendarWindow';

const DAYS = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** How long a calendar window can be at most, with the hour that summer time adds at its end. */
export function longestWindowSeconds({
  unit,
  count = 1,
}: CalendarWindow): number {
  return count * DAYS[unit] * 86_400 + 3_600;
}
