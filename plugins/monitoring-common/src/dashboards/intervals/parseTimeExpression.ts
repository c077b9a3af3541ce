import { zoneMoment, zoneOffset } from '../../zones/zoneTime';

type Unit = 'y' | 'Q' | 'M' | 'w' | 'd' | 'h' | 'm' | 's' | 'ms';

/** Lengths that are the same on every day. */
const FIXED: Partial<Record<Unit, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const DAYS: Partial<Record<Unit, number>> = { d: 1, w: 7 };
const MONTHS: Partial<Record<Unit, number>> = { M: 1, Q: 3, y: 12 };
const WEEK_STARTS = { sunday: 0, monday: 1, saturday: 6 };
const DAY = 86_400_000;
const LONGEST_TEXT = 100;

/** How times are counted. @public */
export interface TimeExpressionOptions {
  /** IANA name; default UTC. */
  timeZone?: string;
  /** Default Sunday, as Grafana has it. */
  weekStart?: 'sunday' | 'monday' | 'saturday';
  /** Of the fiscal year (`/fy`, `/fQ`): 0 is January, the default. */
  fiscalYearStartMonth?: number;
}

/**
 * A moment in Grafana's notation: `now-6h`, `now/d`, `now-1Q/fQ`, Unix milliseconds, an ISO date,
 * `2026-01-31 14:00` of the zone, or `20260131T140000` of UTC.
 *
 * @param now - Unix milliseconds
 * @param roundUp - whether `/d` means the end of the day instead of its start
 * @returns Unix milliseconds, undefined when the text is no moment
 * @public
 */
export function parseTimeExpression(
  text: string,
  now: number,
  roundUp: boolean = false,
  options: TimeExpressionOptions = {},
): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT) {
    return undefined;
  }
  return trimmed.startsWith('now')
    ? parseRelative(trimmed.slice(3), now, roundUp, options)
    : parseAbsolute(trimmed, options.timeZone ?? 'UTC');
}

function parseRelative(
  steps: string,
  now: number,
  roundUp: boolean,
  options: TimeExpressionOptions,
): number | undefined {
  if (
    !/^(?:[+-]\d*(?:ms|[yQMwdhms])|\/(?:f[yQ]|ms|[yQMwdhms]))*$/.test(steps)
  ) {
    return undefined;
  }
  let time = now;
  for (const [, sign, count, fiscal, unit] of steps.matchAll(
    /([+-]|\/)(\d*)(f?)(ms|[yQMwdhms])/g,
  )) {
    time =
      sign === '/'
        ? roundTime(time, unit as Unit, Boolean(fiscal), roundUp, options)
        : moveTime(
            time,
            (sign === '-' ? -1 : 1) * Number(count || 1),
            unit as Unit,
            options,
          );
  }
  return valid(time);
}

/** Texts without a zone are of the reader's; those that addresses write are of UTC. */
function parseAbsolute(text: string, timeZone: string): number | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?$/.exec(text);
  if (compact) {
    return moment(compact.slice(1), 'UTC');
  }
  if (/^-?\d+$/.test(text)) {
    return valid(Number(text));
  }
  const local =
    /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?$/.exec(
      text,
    );
  if (local) {
    return moment(local.slice(1), timeZone);
  }
  const isIso =
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:Z|[+-]\d\d:?\d\d)$/i.test(
      text,
    );
  const time = isIso
    ? Date.parse(text.replace(' ', 'T').replace(' ', ''))
    : NaN;
  return valid(time);
}

/** @param parts - year, month, day, hours, minutes, seconds and their decimals */
function moment(
  parts: (string | undefined)[],
  timeZone: string,
): number | undefined {
  const [year, month, day, hours = 0, minutes = 0, seconds = 0] = parts.map(
    part => (part === undefined ? undefined : Number(part)),
  ) as [number, number, number, number?, number?, number?];
  const decimals = Math.floor(Number(`0.${parts[6] ?? 0}`) * 1_000);
  const shown =
    Date.UTC(year, month - 1, day, hours, minutes, seconds) + decimals;
  const date = new Date(shown);
  // The thirty-first of February is none.
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hours < 24 &&
    minutes < 60 &&
    seconds < 60;
  return isReal ? valid(zoneMoment(shown, timeZone)) : undefined;
}

function valid(time: number): number | undefined {
  return Math.abs(time) <= 8.64e15 ? time : undefined;
}

function moveTime(
  time: number,
  count: number,
  unit: Unit,
  options: TimeExpressionOptions,
): number {
  const fixed = FIXED[unit];
  return fixed
    ? time + count * fixed
    : inZone(time, options, shown => moveShown(shown, count, unit));
}

/** Days and what is longer keep the time of the day. */
function moveShown(shown: number, count: number, unit: Unit): number {
  const days = DAYS[unit];
  if (days) {
    return shown + count * days * DAY;
  }
  const date = new Date(shown);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * (MONTHS[unit] ?? 0));
  const lastDay = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

function roundTime(
  time: number,
  unit: Unit,
  isFiscal: boolean,
  roundUp: boolean,
  options: TimeExpressionOptions,
): number {
  const fixed = FIXED[unit];
  if (fixed) {
    // Within a day no clock is read: an hour that is shown twice is two.
    const past = (time + zoneOffset(time, options.timeZone ?? 'UTC')) % fixed;
    const start = time - past - (past < 0 ? fixed : 0);
    return roundUp ? start + fixed - 1 : start;
  }
  const start = (shown: number) => startOf(shown, unit, isFiscal, options);
  return roundUp
    ? inZone(time, options, shown => moveShown(start(shown), 1, unit)) - 1
    : inZone(time, options, start);
}

function startOf(
  shown: number,
  unit: Unit,
  isFiscal: boolean,
  { weekStart = 'sunday', fiscalYearStartMonth = 0 }: TimeExpressionOptions,
): number {
  const date = new Date(shown);
  const months = MONTHS[unit];
  if (months) {
    const month = date.getUTCMonth();
    const first = isFiscal ? fiscalYearStartMonth : 0;
    const past = (((month - first) % months) + months) % months;
    return Date.UTC(date.getUTCFullYear(), month - past, 1);
  }
  if (unit === 'w') {
    const past = (date.getUTCDay() - WEEK_STARTS[weekStart] + 7) % 7;
    return Math.floor(shown / DAY) * DAY - past * DAY;
  }
  return Math.floor(shown / DAY) * DAY;
}

/** Counts with what the clocks of the zone show. */
function inZone(
  time: number,
  { timeZone = 'UTC' }: TimeExpressionOptions,
  change: (shown: number) => number,
): number {
  if (!(Math.abs(time) <= 8.64e15)) {
    return NaN;
  }
  const shown = change(time + zoneOffset(time, timeZone));
  return Math.abs(shown) <= 8.6e15 ? zoneMoment(shown, timeZone) : NaN;
}
