/** What a pattern of moments consists of: `[text]` stays, everything else has a meaning. */
const TOKEN =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|E|WW|W|ww|w|Q|HH|H|hh|h|kk|k|mm|m|ss|s|SSS|SS|S|X|x|A|a|ZZ|Z/g;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];
const DAY = 86_400_000;

/**
 * A moment by a pattern as Grafana's authors write it: `YYYY-MM-DD`, `ddd h:mm a`, `[at] HH:mm`.
 *
 * @param time - Unix milliseconds
 * @param offset - of the zone, in milliseconds east of UTC
 */
export function formatMoment(
  time: number,
  pattern: string,
  offset: number = 0,
): string {
  const date = new Date(time + offset);
  const pad = (number: number, width = 2) =>
    String(number).padStart(width, '0');
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const day = date.getUTCDate();
  const weekday = date.getUTCDay();
  const hours = date.getUTCHours();
  const dayOfYear =
    Math.floor((Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / DAY) + 1;
  const zone = (separator: string) => {
    const minutes = Math.abs(Math.round(offset / 60_000));
    return `${offset < 0 ? '-' : '+'}${pad(
      Math.floor(minutes / 60),
    )}${separator}${pad(minutes % 60)}`;
  };
  const parts: Record<string, () => string | number> = {
    YYYY: () => pad(year, 4),
    YY: () => pad(year % 100),
    MMMM: () => MONTHS[month],
    MMM: () => MONTHS[month].slice(0, 3),
    MM: () => pad(month + 1),
    M: () => month + 1,
    Q: () => Math.floor(month / 3) + 1,
    DDDD: () => pad(dayOfYear, 3),
    DDD: () => dayOfYear,
    DD: () => pad(day),
    Do: () => ordinal(day),
    D: () => day,
    dddd: () => DAYS[weekday],
    ddd: () => DAYS[weekday].slice(0, 3),
    dd: () => DAYS[weekday].slice(0, 2),
    d: () => weekday,
    E: () => weekday || 7,
    WW: () => pad(isoWeek(date)),
    W: () => isoWeek(date),
    ww: () => pad(localWeek(date)),
    w: () => localWeek(date),
    HH: () => pad(hours),
    H: () => hours,
    hh: () => pad(hours % 12 || 12),
    h: () => hours % 12 || 12,
    kk: () => pad(hours || 24),
    k: () => hours || 24,
    mm: () => pad(date.getUTCMinutes()),
    m: () => date.getUTCMinutes(),
    ss: () => pad(date.getUTCSeconds()),
    s: () => date.getUTCSeconds(),
    SSS: () => pad(date.getUTCMilliseconds(), 3),
    SS: () => pad(Math.floor(date.getUTCMilliseconds() / 10)),
    S: () => Math.floor(date.getUTCMilliseconds() / 100),
    X: () => Math.floor(time / 1_000),
    x: () => time,
    A: () => (hours < 12 ? 'AM' : 'PM'),
    a: () => (hours < 12 ? 'am' : 'pm'),
    ZZ: () => zone(''),
    Z: () => zone(':'),
  };
  return pattern.replace(TOKEN, (token, literal?: string) =>
    literal === undefined ? String(parts[token]()) : literal,
  );
}

function ordinal(day: number): string {
  const suffix =
    day > 3 && day < 21 ? 'th' : ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
  return `${day}${suffix}`;
}

/** Weeks that start on Monday; the first one has the year's first Thursday. */
function isoWeek(date: Date): number {
  const thursday = new Date(
    date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY,
  );
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - start) / DAY / 7) + 1;
}

/** Weeks that start on Sunday; the first one has the first of January. */
function localWeek(date: Date): number {
  const saturday = new Date(date.getTime() + (6 - date.getUTCDay()) * DAY);
  const start = Date.UTC(saturday.getUTCFullYear(), 0, 1);
  return Math.floor((saturday.getTime() - start) / DAY / 7) + 1;
}
