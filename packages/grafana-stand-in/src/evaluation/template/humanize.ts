import { goSignificant } from './goNumber';

const LARGE = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const LARGE_BINARY = ['', 'ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const SMALL = ['', 'm', 'u', 'n', 'p', 'f', 'a', 'z', 'y'];

function scale(value: number, step: number, prefixes: string[]): string {
  let scaled = value;
  let at = 0;
  while (Math.abs(scaled) >= step && at < prefixes.length - 1) {
    scaled /= step;
    at += 1;
  }
  return `${goSignificant(scaled, 4)}${prefixes[at]}`;
}

/** A number with a metric prefix: `1.234k`, `12m`. */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) {
    return goSignificant(value, 4);
  }
  if (Math.abs(value) >= 1) {
    return scale(value, 1_000, LARGE);
  }
  let scaled = value;
  let at = 0;
  while (Math.abs(scaled) < 1 && at < SMALL.length - 1) {
    scaled *= 1_000;
    at += 1;
  }
  return `${goSignificant(scaled, 4)}${SMALL[at]}`;
}

/** A number with a binary prefix: `1.5Gi`. */
export function humanize1024(value: number): string {
  return Math.abs(value) <= 1 || !Number.isFinite(value)
    ? goSignificant(value, 4)
    : scale(value, 1_024, LARGE_BINARY);
}

/** A ratio as a percentage: `5.25%`. */
export function humanizePercentage(value: number): string {
  return `${goSignificant(value * 100, 4)}%`;
}

/** Seconds as a duration: `1h 2m 3s`, `12.5ms`. */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) {
    return goSignificant(value, 4);
  }
  if (value === 0) {
    return '0s';
  }
  if (Math.abs(value) < 1) {
    let scaled = value;
    let at = 0;
    while (Math.abs(scaled) < 1 && at < SMALL.length - 1) {
      scaled *= 1_000;
      at += 1;
    }
    return `${goSignificant(scaled, 4)}${SMALL[at]}s`;
  }
  const sign = value < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(value));
  const seconds = whole % 60;
  const minutes = Math.trunc(whole / 60) % 60;
  const hours = Math.trunc(whole / 3_600) % 24;
  const days = Math.trunc(whole / 86_400);
  if (days > 0) {
    return `${sign}${days}d ${hours}h ${minutes}m ${seconds}s`;
  }
  if (hours > 0) {
    return `${sign}${hours}h ${minutes}m ${seconds}s`;
  }
  if (minutes > 0) {
    return `${sign}${minutes}m ${seconds}s`;
  }
  return `${goSignificant(value, 4)}s`;
}
