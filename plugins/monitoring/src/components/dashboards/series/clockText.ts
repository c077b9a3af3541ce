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

/** `14:32:05.250` */
export function formatMillisecond(time: number, timeZone?: string): string {
  const milliseconds = String(new Date(time).getUTCMilliseconds());
  return `${formatSecond(time, timeZone)}.${milliseconds.padStart(3, '0')}`;
}

/** `11/23` */
export function formatMonthDay(time: number, timeZone?: string): string {
  const parts = format(
    'monthDay',
    { day: '2-digit', month: '2-digit' },
    timeZone,
  ).formatToParts(time);
  const part = (type: string) => parts.find(one => one.type === type)?.value;
  return `${part('month')}/${part('day')}`;
}

/** `2026-11` */
export function formatMonth(time: number, timeZone?: string): string {
  return `${formatYear(time, timeZone)}-${format(
    'month',
    { month: '2-digit' },
    timeZone,
  ).format(time)}`;
}

/** `2026` */
export function formatYear(time: number, timeZone?: string): string {
  return format('year', { year: 'numeric' }, timeZone).format(time);
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
