import { SloWindow } from '../../annotations/types';

type CalendarWindow = Extract<SloWindow, { type: 'calendar' }>;

const MIDNIGHT = '00:00:00';
/** How many months a unit has. */
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * A calendar window without a start that goes without saying, so that `2024-03-01 00:00:00` for
 * months and no start at all are one window, with one recording.
 */
export function withoutDefaultStart(window: CalendarWindow): CalendarWindow {
  const { startTime, ...rest } = window;
  return startTime !== undefined && isDefault(window, startTime)
    ? rest
    : window;
}

function isDefault(
  { unit, count = 1 }: CalendarWindow,
  startTime: string,
): boolean {
  const [date, time] = startTime.split(' ');
  if (time !== MIDNIGHT) {
    return false;
  }
  if (unit === 'day') {
    return count === 1;
  }
  const start = new Date(`${date}T00:00:00Z`);
  if (unit === 'week') {
    return count === 1 && start.getUTCDay() === 1;
  }
  const months = count * MONTHS[unit];
  return (
    12 % months === 0 &&
    start.getUTCDate() === 1 &&
    start.getUTCMonth() % months === 0
  );
}
