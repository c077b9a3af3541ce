const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const CLOCK = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

/** Grafana's three ways to write a moment. */
export type DateStyle = 'iso' | 'american' | 'local';

/**
 * A moment as `2026-11-23 14:32:00` (iso), `11/23/2026 2:32:00 pm` (american) or
 * `11/23/2026, 2:32:00 PM` (local).
 *
 * @param time - Unix milliseconds
 * @param timeZone - IANA name
 */
export function formatDate(
  time: number,
  style: DateStyle,
  timeZone: string,
): string {
  if (!isDate(time)) {
    return 'Invalid date';
  }
  if (style === 'local') {
    return new Intl.DateTimeFormat('en-US', {
      ...DATE,
      ...CLOCK,
      hour: 'numeric',
      timeZone,
    }).format(time);
  }
  if (style === 'iso') {
    return formatDatePattern(time, 'YYYY-MM-DD HH:mm:ss', timeZone);
  }
  const hours = Number(formatDatePattern(time, 'HH', timeZone));
  const half = hours < 12 ? 'am' : 'pm';
  const onDial = hours % 12 || 12;
  const [date, rest] = formatDatePattern(
    time,
    'MM/DD/YYYY|mm:ss',
    timeZone,
  ).split('|');
  return `${date} ${onDial}:${rest} ${half}`;
}

/** A moment by a pattern of YYYY, MM, DD, HH, mm and ss; everything else stays. */
export function formatDatePattern(
  time: number,
  pattern: string,
  timeZone: string,
): string {
  if (!isDate(time)) {
    return 'Invalid date';
  }
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...DATE,
    ...CLOCK,
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(time);
  const part = (type: string) =>
    parts.find(one => one.type === type)?.value ?? '';
  return pattern
    .replace(/YYYY/g, part('year'))
    .replace(/MM/g, part('month'))
    .replace(/DD/g, part('day'))
    .replace(/HH/g, part('hour'))
    .replace(/mm/g, part('minute'))
    .replace(/ss/g, part('second'));
}

function isDate(time: number): boolean {
  return Math.abs(time) <= 8.64e15;
}
