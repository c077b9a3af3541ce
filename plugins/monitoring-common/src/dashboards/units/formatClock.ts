import { FormattedValue } from './FormattedValue';

const UNITS: [name: string, milliseconds: number][] = [
  ['year', 31_536_000_000],
  ['month', 2_628_000_000],
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
  let rest = Math.abs(value);
  const words: string[] = [];
  for (const [name, milliseconds] of UNITS) {
    const count = Math.floor(rest / milliseconds);
    if (words.length > 0 || count > 0) {
      words.push(`${count} ${name}${count === 1 ? '' : 's'}`);
      rest -= count * milliseconds;
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
  const total = Math.floor(Math.max(0, value));
  const parts = [
    { count: Math.floor(total / 3_600_000), width: 1, name: 'h' },
    { count: Math.floor(total / 60_000) % 60, width: 2, name: 'm' },
    { count: Math.floor(total / 1_000) % 60, width: 2, name: 's' },
    { count: total % 1_000, width: 3, name: 'ms' },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  const shown = parts.slice(first < 0 ? parts.length - 1 : first);
  const text = shown
    .slice(0, decimals === undefined ? undefined : decimals + 1)
    .map(({ count, width, name }) => `${pad(count, width)}${name}`)
    .join(':');
  return { text };
}
