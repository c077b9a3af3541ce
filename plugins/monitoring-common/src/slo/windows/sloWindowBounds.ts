import { SloWindow } from '../../annotations/types';
import { CalendarWindow } from './CalendarWindow';
import { instantOf, wallClock } from '../../zones/wallClock';

/**
 * A window of an SLO as it lies on the clock.
 *
 * @public
 */
export interface SloWindowBounds {
  /** Unix seconds. */
  start: number;
  /** Unix seconds; the first second that is not in it. */
  end: number;
}

const DAY_MS = 86_400_000;

/** 1 January 1970, and the first Monday after it: from there windows without a start are counted. */
const EPOCH = 0;
const FIRST_MONDAY = 4 * DAY_MS;

const MONTHS = { month: 1, quarter: 3, year: 12 };
const DAYS = { day: 1, week: 7 };

/** Wall time from which windows are counted. */
function anchorOf({ unit, startTime }: CalendarWindow): number {
  const written = startTime
    ? Date.parse(`${startTime.trim().replace(' ', 'T')}Z`)
    : NaN;
  if (Number.isFinite(written)) {
    return written;
  }
  return unit === 'week' ? FIRST_MONDAY : EPOCH;
}

/** So many months later; the last day of a month that has not that day. */
function addMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const timeOfDay = wall - Math.floor(wall / DAY_MS) * DAY_MS;
  const month = date.getUTCMonth() + months;
  const first = Date.UTC(date.getUTCFullYear(), month, 1);
  const length = new Date(
    Date.UTC(date.getUTCFullYear(), month + 1, 0),
  ).getUTCDate();
  const day = Math.min(date.getUTCDate(), length);
  return first + (day - 1) * DAY_MS + timeOfDay;
}

function monthIndex(wall: number): number {
  const date = new Date(wall);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** How the wall times at which windows begin follow from their number, and back, roughly. */
function beginnings(window: CalendarWindow): {
  at: (index: number) => number;
  near: (wall: number) => number;
} {
  const anchor = anchorOf(window);
  const count = Math.max(1, Math.floor(window.count ?? 1));
  if (window.unit === 'day' || window.unit === 'week') {
    const length = count * DAYS[window.unit] * DAY_MS;
    return {
      at: index => anchor + index * length,
      near: wall => Math.floor((wall - anchor) / length),
    };
  }
  const months = count * MONTHS[window.unit];
  return {
    at: index => addMonths(anchor, index * months),
    near: wall => Math.floor((monthIndex(wall) - monthIndex(anchor)) / months),
  };
}

/** The latest answer for a window: a fleet asks again and again, and zones are slow to work out. */
const LATEST = new WeakMap<CalendarWindow, SloWindowBounds>();

function calendarBounds(window: CalendarWindow, now: number): SloWindowBounds {
  const latest = LATEST.get(window);
  if (latest && latest.start <= now && now < latest.end) {
    return latest;
  }
  const { at, near } = beginnings(window);
  const begin = (index: number) =>
    instantOf(at(index), window.timeZone) / 1_000;
  let index = near(wallClock(now * 1_000, window.timeZone));
  while (begin(index) > now) {
    index -= 1;
  }
  while (begin(index + 1) <= now) {
    index += 1;
  }
  const bounds = { start: begin(index), end: begin(index + 1) };
  LATEST.set(window, bounds);
  return bounds;
}

/**
 * Beginning and end of the window that holds a moment. A calendar window begins at `startTime` and
 * every `count` units after and before it, by the wall clock of its zone: days of summer time's
 * change have 23 or 25 hours. Where a month lacks the day of `startTime` it begins on its last day.
 *
 * @param window - rolling: the window that ends at `now`; calendar: the one that holds it
 * @param now - Unix seconds
 * @returns `start` ≤ `now` < `end` for a calendar window; consecutive windows touch
 * @throws `RangeError` for a time zone that is none
 * @public
 */
export function sloWindowBounds(
  window: SloWindow,
  now: number,
): SloWindowBounds {
  if (window.type === 'rolling') {
    return { start: now - window.duration, end: now };
  }
  return calendarBounds(window, now);
}
