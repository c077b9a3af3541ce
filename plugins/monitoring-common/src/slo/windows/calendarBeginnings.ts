import { CalendarWindow } from './CalendarWindow';
import { sloWindowBounds } from './sloWindowBounds';
import { sloWindowKey } from './sloWindowKey';

/** Windows that follow each other at equal distances. */
export interface Beginnings {
  /** Unix seconds of the first. */
  first: number;
  /** Seconds from one to the next. */
  length: number;
}

const HOUR = 3_600;
const DAY = 86_400;

/** No zone leaves its time and comes back to it within so many days. */
const STEADY_DAYS = 16;

/**
 * Years that a table of beginnings covers, `[from, to)`. The first one of Unix time is among them
 * because there the tests of rules take place.
 */
const YEARS: [number, number][] = [
  [1970, 1971],
  [2025, 2038],
];

function bounds(window: CalendarWindow, now: number) {
  return sloWindowBounds({ ...window }, now);
}

/** How many windows of the same length follow the one at `start` for sure. */
function steadyWindows(
  window: CalendarWindow,
  start: number,
  length: number,
): number {
  const ahead = Math.floor((STEADY_DAYS * DAY) / length);
  if (ahead < 2) {
    return 1;
  }
  const last = start + (ahead - 1) * length;
  const found = bounds(window, last);
  return found.start === last && found.end === last + length ? ahead : 1;
}

function beginningsOfYears(
  window: CalendarWindow,
  [from, to]: [number, number],
): Beginnings[] {
  const runs: Beginnings[] = [];
  const until = Date.UTC(to, 0, 1) / 1_000 + DAY;
  let start = bounds(window, Date.UTC(from, 0, 1) / 1_000).start;
  while (start < until) {
    const length = bounds(window, start).end - start;
    if (runs[runs.length - 1]?.length !== length) {
      runs.push({ first: start, length });
    }
    start += length * steadyWindows(window, start, length);
  }
  return runs;
}

/** Zones are slow to work out, and rules are made again and again. */
const KNOWN = new Map<string, Beginnings[]>();

/**
 * When the windows of a calendar begin, for a fixed span of years: the same whenever it is asked
 * for. Days and weeks are equally long but for summer time, and so are a few lines.
 *
 * @returns ascending; each line ends where the next begins
 * @throws `RangeError` for a time zone that is none
 */
export function calendarBeginnings(window: CalendarWindow): Beginnings[] {
  const key = sloWindowKey(window);
  const known = KNOWN.get(key);
  if (known) {
    return known;
  }
  const beginnings = YEARS.flatMap(years => beginningsOfYears(window, years));
  KNOWN.set(key, beginnings);
  return beginnings;
}

/**
 * How long after a full hour of the clock in UTC windows begin, in seconds; those that begin on one
 * are left out. Two when summer time is half an hour.
 */
export function offsetsInHour(window: CalendarWindow): number[] {
  const offsets = calendarBeginnings(window).flatMap(({ first, length }) =>
    // The first one may lie before 1970.
    [first, first + length].map(start => ((start % HOUR) + HOUR) % HOUR),
  );
  return [...new Set(offsets)]
    .filter(offset => offset !== 0)
    .sort((a, b) => a - b);
}
