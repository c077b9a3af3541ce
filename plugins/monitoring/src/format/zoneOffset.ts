const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the clocks of a zone are ahead of UTC at a moment.
 *
 * @param moment - Unix milliseconds
 * @param timeZone - IANA name; absent means the browser's
 * @returns milliseconds
 */
export function zoneOffset(moment: number, timeZone?: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(moment)) {
    parts[type] = Number(value);
  }
  const clock = Date.UTC(
    parts.year,
    parts.month - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
  );
  return clock - Math.floor(moment / 1_000) * 1_000;
}

/** Formats are kept: each takes longer to make than to use. */
function formatOf(timeZone?: string): Intl.DateTimeFormat {
  const key = timeZone ?? '';
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(key, format);
  return format;
}
