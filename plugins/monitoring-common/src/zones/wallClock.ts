const HOUR_MS = 3_600_000;

/** Making a formatter takes longer than all else here, and there are few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) {
    return known;
  }
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  FORMATS.set(timeZone, format);
  return format;
}

/**
 * Wall clock of an instant in a zone, as if it were UTC.
 *
 * @param instant - Unix milliseconds; so is the answer
 * @throws `RangeError` for a zone that is none
 */
export function wallClock(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) {
    parts[type] = Number(value);
  }
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * When a zone's wall clock shows a time: the first of two such moments when the clock is put back
 * over it, and as long after the change as it is after the beginning of the gap when the clock is
 * put forward over it.
 *
 * @param wall - as {@link wallClock} gives it
 * @returns Unix milliseconds
 */
export function instantOf(wall: number, timeZone: string): number {
  // No zone changes its offset twice within the two days around a wall time.
  const before = wallClock(wall - 24 * HOUR_MS, timeZone) - wall + 24 * HOUR_MS;
  const after = wallClock(wall + 24 * HOUR_MS, timeZone) - wall - 24 * HOUR_MS;
  const candidates = [wall - before, wall - after];
  const shown = candidates.filter(at => wallClock(at, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : wall - before;
}
