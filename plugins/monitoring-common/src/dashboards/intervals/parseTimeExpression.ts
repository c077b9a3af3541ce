type Unit = 'y' | 'Q' | 'M' | 'w' | 'd' | 'h' | 'm' | 's' | 'ms';

const FIXED: Partial<Record<Unit, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const MONTHS: Partial<Record<Unit, number>> = { M: 1, Q: 3, y: 12 };

/**
 * A moment in Grafana's notation: `now-6h`, `now/d`, Unix milliseconds or an ISO date.
 *
 * @param now - Unix milliseconds
 * @param roundUp - whether `/d` means the end of the day (UTC) instead of its start
 * @returns Unix milliseconds, undefined when the text is no moment
 * @public
 */
export function parseTimeExpression(
  text: string,
  now: number,
  roundUp: boolean = false,
): number | undefined {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed)) {
    return Number(trimmed);
  }
  if (!trimmed.startsWith('now')) {
    const time = Date.parse(trimmed);
    return Number.isNaN(time) ? undefined : time;
  }
  const steps = trimmed.slice(3);
  if (!/^([+-]\d*(ms|[yQMwdhms])|\/f?(ms|[yQMwdhms]))*$/.test(steps)) {
    return undefined;
  }
  let time = now;
  for (const [, sign, count, unit] of steps.matchAll(
    /([+-]|\/f?)(\d*)(ms|[yQMwdhms])/g,
  )) {
    time = sign.startsWith('/')
      ? roundTime(time, unit as Unit, roundUp)
      : moveTime(
          time,
          (sign === '-' ? -1 : 1) * Number(count || 1),
          unit as Unit,
        );
  }
  return time;
}

function moveTime(time: number, count: number, unit: Unit): number {
  const fixed = FIXED[unit];
  if (fixed) {
    return time + count * fixed;
  }
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * (MONTHS[unit] ?? 0));
  const lastDay = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

function roundTime(time: number, unit: Unit, roundUp: boolean): number {
  const start = startOf(time, unit);
  return roundUp ? moveTime(start, 1, unit) - 1 : start;
}

function startOf(time: number, unit: Unit): number {
  const date = new Date(time);
  const months = MONTHS[unit];
  if (months) {
    const month = date.getUTCMonth();
    return Date.UTC(date.getUTCFullYear(), month - (month % months), 1);
  }
  if (unit === 'w') {
    const day = startOf(time, 'd');
    return day - date.getUTCDay() * 86_400_000;
  }
  const size = FIXED[unit] ?? 1;
  return Math.floor(time / size) * size;
}
