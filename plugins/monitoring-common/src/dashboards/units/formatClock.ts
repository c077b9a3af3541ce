import { isDate } from './formatDate';
import { FormattedValue } from './FormattedValue';
import { toFixed } from './toFixed';

/** Grafana's months have 30 days. */
const UNITS: [name: string, milliseconds: number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
];

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Seconds as `hh:mm:ss`; hours are not limited, or turn into `1 d hh:mm:ss`. */
export function formatClock(value: number, withDays: boolean): FormattedValue {
  if (!Number.isFinite(value)) {
    return { text: toFixed(value) };
  }
  const total = Math.floor(Math.abs(value));
  const days = withDays ? Math.floor(total / 86_400) : 0;
  const rest = total - days * 86_400;
  const clock = [
    Math.floor(rest / 3_600),
    Math.floor((rest % 3_600) / 60),
    rest % 60,
  ]
    .map(part => pad(part))
    .join(':');
  const text = days > 0 ? `${days} d ${clock}` : clock;
  return value < 0 ? { text, suffix: ' ago' } : { text };
}

/** Milliseconds in words, from the largest unit on: `2 minutes, 3 seconds`. */
export function formatWords(value: number, decimals = 0): FormattedValue {
  if (!Number.isFinite(value)) {
    return { text: toFixed(value) };
  }
  if (value === 0) {
    return { text: '0', suffix: ' milliseconds' };
  }
  let rest = Math.abs(value);
  const words: string[] = [];
  for (const [name, milliseconds] of UNITS) {
    const count = Math.floor(rest / milliseconds);
    if (words.length > 0 || count > 0) {
      words.push(`${count} ${name}${count === 1 ? '' : 's'}`);
      rest %= milliseconds;
      if (words.length > decimals) {
        break;
      }
    }
  }
  const text = words.join(', ');
  return value < 0 ? { text, suffix: ' ago' } : { text };
}

/** Milliseconds as `02m:03s:456ms`; `decimals` is how many smaller parts follow the first. */
export function formatClockParts(
  value: number,
  decimals?: number,
): FormattedValue {
  if (!Number.isFinite(value)) {
    return { text: toFixed(value) };
  }
  const total = Math.trunc(value);
  const hours = `${Math.floor(value / 3_600_000)}h`;
  if (!isDate(total)) {
    const clock = value < 0 ? 'Invalid date' : `${hours}:Invalid date`;
    return { text: decimals === 0 && value > 0 ? hours : clock };
  }
  const part = (unit: number, modulo: number) =>
    ((Math.floor(total / unit) % modulo) + modulo) % modulo;
  const parts = [
    `${pad(part(60_000, 60))}m`,
    `${pad(part(1_000, 60))}s`,
    `${pad(part(1, 1_000), 3)}ms`,
  ];
  if (value < 1_000) {
    return { text: parts[2] };
  }
  if (value < 60_000) {
    return { text: parts.slice(1, decimals === 0 ? 2 : 3).join(':') };
  }
  const shown = decimals === undefined || decimals > 2 ? 3 : decimals;
  return value < 3_600_000
    ? { text: parts.slice(0, shown + 1).join(':') }
    : { text: [hours, ...parts.slice(0, shown)].join(':') };
}
