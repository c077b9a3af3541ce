/** How times are written: relative to which moment, in which zone. */
export interface TimeFormat {
  /** The current moment, in Unix milliseconds. */
  now: number;
  /** IANA name; absent means the browser's own zone. */
  timeZone?: string;
}

/**
 * A moment: `14:01 UTC` today, `12 Nov, 23:31 UTC` on another day, with the year when it
 * is another year.
 *
 * @param time - ISO 8601 text, or Unix milliseconds
 */
export function formatTime(time: string | number, format: TimeFormat): string {
  const date = new Date(time);
  const { timeZone } = format;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(date);
  const day = dayParts(date, timeZone);
  const today = dayParts(new Date(format.now), timeZone);
  if (day.text === today.text && day.year === today.year) {
    return clock;
  }
  return day.year === today.year
    ? `${day.text}, ${clock}`
    : `${day.text} ${day.year}, ${clock}`;
}

/** A moment in few characters: the clock today, otherwise the day alone. */
export function formatTimeOrDay(
  time: string | number,
  format: TimeFormat,
): string {
  const full = formatTime(time, format);
  const comma = full.indexOf(',');
  return comma < 0 ? full : full.slice(0, comma);
}

/** A day without a clock: `24 Oct`. */
export function formatDay(time: number, format: TimeFormat): string {
  return dayParts(new Date(time), format.timeZone).text;
}

function dayParts(date: Date, timeZone?: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(date);
  const part = (type: string) => parts.find(one => one.type === type)?.value;
  // Some ICU versions say "Sept" in British English; all other months have three letters.
  const month = part('month')?.slice(0, 3);
  return { text: `${part('day')} ${month}`, year: part('year') };
}
