import { zoneOffset } from '../../zones/zoneTime';
import { formatMoment } from '../variables/formatMoment';

/** As Intl writes it in American English: with a narrow no-break space. */
const LOCAL_CLOCK = 'hh:mm:ss\u202fA';

/** Grafana's ways to write a moment: with its date, and without on the same day. */
const PATTERNS: Record<string, [full: string, today?: string]> = {
  dateTimeAsIso: ['YYYY-MM-DD HH:mm:ss'],
  dateTimeAsIsoNoDateIfToday: ['YYYY-MM-DD HH:mm:ss', 'HH:mm:ss'],
  dateTimeAsSystem: ['YYYY-MM-DD HH:mm:ss'],
  dateTimeAsUS: ['MM/DD/YYYY h:mm:ss a'],
  dateTimeAsUSNoDateIfToday: ['MM/DD/YYYY h:mm:ss a', 'h:mm:ss a'],
  dateTimeAsLocal: [`MM/DD/YYYY, ${LOCAL_CLOCK}`],
  dateTimeAsLocalNoDateIfToday: [`MM/DD/YYYY, ${LOCAL_CLOCK}`, LOCAL_CLOCK],
};
const SYSTEM_WITH_MILLISECONDS = 'YYYY-MM-DD HH:mm:ss.SSS';

/** @public */
export interface FormatOptions {
  /** IANA name, for units that are moments; default UTC. */
  timeZone?: string;
  /** Unix milliseconds: what is "today" and "ago"; absent means that nothing is near it. */
  now?: number;
  /** Whether moments are told to the millisecond. */
  withMilliseconds?: boolean;
}

/**
 * A moment as one of Grafana's units writes it.
 *
 * @param time - Unix milliseconds
 * @returns undefined when the unit is none of moments
 */
export function formatDate(
  time: number,
  unit: string,
  options: FormatOptions,
): string | undefined {
  if (unit === 'dateTimeFromNow') {
    return formatAgo(time, options.now ?? time);
  }
  if (!Object.hasOwn(PATTERNS, unit)) {
    return undefined;
  }
  const [full, today] = PATTERNS[unit];
  if (unit === 'dateTimeAsSystem' && options.withMilliseconds) {
    return formatDatePattern(time, SYSTEM_WITH_MILLISECONDS, options.timeZone);
  }
  const dayOf = (moment: number) =>
    formatDatePattern(moment, 'YYYY-MM-DD', options.timeZone);
  const isToday =
    options.now !== undefined && dayOf(options.now) === dayOf(time);
  return formatDatePattern(
    time,
    today && isToday ? today : full,
    options.timeZone,
  );
}

/** A moment by a pattern of Moment's tokens: `YYYY`, `MMM`, `DD`, `HH`, … */
export function formatDatePattern(
  time: number,
  pattern: string,
  timeZone: string = 'UTC',
): string {
  const whole = Math.trunc(time);
  return isDate(whole)
    ? formatMoment(whole, pattern, zoneOffset(whole, zoneOf(timeZone)))
    : 'Invalid date';
}

/** Whether a moment is one of those that JavaScript and Grafana can tell. */
export function isDate(time: number): boolean {
  return Math.abs(time) <= 8.64e15;
}

const zones = new Map<string, string>();

/** A zone that is not known is UTC. */
function zoneOf(timeZone: string): string {
  const known = zones.get(timeZone);
  if (known) {
    return known;
  }
  const zone = resolveZone(timeZone);
  zones.set(timeZone, zone);
  return zone;
}

function resolveZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: timeZone === 'browser' ? undefined : timeZone,
    }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** From which number of the unit on the next one is used, and how it is said. */
const AGO: [below: number, milliseconds: number, one: string, many: string][] =
  [
    [45, 1_000, 'a few seconds', 'a few seconds'],
    [45, 60_000, 'a minute', 'minutes'],
    [22, 3_600_000, 'an hour', 'hours'],
    [26, 86_400_000, 'a day', 'days'],
    [11, 2_629_746_000, 'a month', 'months'],
    [Infinity, 31_556_952_000, 'a year', 'years'],
  ];

/** How long ago, in words and by the limits of Moment: `3 days ago`, `in an hour`. */
function formatAgo(time: number, now: number): string {
  if (!isDate(time)) {
    return 'Invalid date';
  }
  const span = Math.abs(now - time);
  const index = AGO.findIndex(
    ([below, milliseconds]) => Math.round(span / milliseconds) < below,
  );
  const [, milliseconds, one, many] = AGO[index];
  const count = Math.max(1, Math.round(span / milliseconds));
  const words = index === 0 || count === 1 ? one : `${count} ${many}`;
  return time > now ? `in ${words}` : `${words} ago`;
}
