const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make, and axes are drawn often. */
function format(
  name: string,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  const key = `${name}/${timeZone ?? ''}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
    formats.set(key, found);
  }
  return found;
}

/** `14:32` */
export function formatMinute(time: number, timeZone?: string): string {
  return format(
    'minute',
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone,
  ).format(time);
}

/** `14:32:05` */
export function formatSecond(time: number, timeZone?: string): string {
  return format(
    'second',
    {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    },
    timeZone,
  ).format(time);
}

/** `23 Nov` */
export function formatDay(time: number, timeZone?: string): string {
  return format('day', { day: 'numeric', month: 'short' }, timeZone).format(
    time,
  );
}

/** `23 Nov, 14:32:05` */
export function formatMoment(time: number, timeZone?: string): string {
  return `${formatDay(time, timeZone)}, ${formatSecond(time, timeZone)}`;
}
