const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are slow to make; there are no more of them than zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

/**
 * How far the clocks of a zone are ahead of UTC at a moment, in milliseconds.
 *
 * @param time - Unix milliseconds
 * @param timeZone - IANA name
 * @throws `RangeError` for a zone that is none
 * @public
 */
export function zoneOffset(time: number, timeZone: string): number {
  if (timeZone === 'UTC' || !(Math.abs(time) < 8.64e15)) {
    return 0;
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(time)) {
    parts[type] = Number(value);
  }
  const { year, month, day, hour, minute, second } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(time / 1_000) * 1_000;
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
  // The offset depends on the moment that is looked for.
  const before = shown - zoneOffset(shown - 86_400_000, timeZone);
  const after = shown - zoneOffset(shown + 86_400_000, timeZone);
  return before - after === 0 || shows(before, shown, timeZone)
    ? before
    : later(before, after, shown, timeZone);
}

function shows(time: number, shown: number, timeZone: string): boolean {
  return time + zoneOffset(time, timeZone) === shown;
}

function later(
  before: number,
  after: number,
  shown: number,
  timeZone: string,
): number {
  return shows(after, shown, timeZone) ? after : before;
}
