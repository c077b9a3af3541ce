import { instantOf, wallClock } from './wallClock';

/**
 * How far the clocks of a zone are ahead of UTC at a moment, in milliseconds.
 *
 * @param time - Unix milliseconds
 * @param timeZone - IANA name
 * @throws `RangeError` for a zone that is none
 * @public
 */
export function zoneOffset(time: number, timeZone: string): number {
  return timeZone === 'UTC' || !isDate(time)
    ? 0
    : wallClock(time, timeZone) - wholeSeconds(time);
}

/**
 * The moment at which the clocks of a zone show a time. Of a time that they show twice the first
 * is meant; one that they skip is as much later.
 *
 * @param shown - as if the zone were UTC, in Unix milliseconds
 * @param timeZone - IANA name
 * @returns Unix milliseconds
 * @public
 */
export function zoneMoment(shown: number, timeZone: string): number {
  if (timeZone === 'UTC' || !isDate(shown)) {
    return shown;
  }
  const seconds = wholeSeconds(shown);
  return instantOf(seconds, timeZone) + shown - seconds;
}

function wholeSeconds(time: number): number {
  return Math.floor(time / 1_000) * 1_000;
}

/** Whether it is a date, and the days around it are. */
function isDate(time: number): boolean {
  return Math.abs(time) < 8.64e15 - 172_800_000;
}
