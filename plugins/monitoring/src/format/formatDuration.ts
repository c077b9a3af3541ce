import { MINUS, NARROW_SPACE, NO_VALUE } from './characters';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long something has lasted or will last, in whole units: `12 s`, `31 min`,
 * `7 h 39 min`, `6 d 23 h`.
 *
 * @param seconds - negative and fractional parts are dropped
 */
export function formatDuration(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) {
    return NO_VALUE;
  }
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) {
    return unit(whole, 's');
  }
  if (whole < HOUR) {
    return unit(Math.floor(whole / MINUTE), 'min');
  }
  return longDuration(whole);
}

/**
 * Error budget as time of full outage: one decimal under an hour (`26.1 min`), then
 * `7 h 12 min`, then `6 d 23 h`; with a minus sign when overspent.
 */
export function formatBudgetMinutes(minutes: number | undefined): string {
  if (minutes === undefined || !Number.isFinite(minutes)) {
    return NO_VALUE;
  }
  const magnitude = Math.abs(minutes);
  const rounded = magnitude.toFixed(1);
  const sign = minutes < 0 && Number(rounded) !== 0 ? MINUS : '';
  return Number(rounded) < 60
    ? `${sign}${rounded}${NARROW_SPACE}min`
    : `${sign}${longDuration(Math.round(magnitude) * MINUTE)}`;
}

/** A configured span in the largest unit that fits evenly: `30 d`, `1 d`, `6 h`, `5 min`. */
export function formatSpan(seconds: number): string {
  if (seconds % DAY === 0 && seconds >= DAY) {
    return unit(seconds / DAY, 'd');
  }
  if (seconds % HOUR === 0) {
    return unit(seconds / HOUR, 'h');
  }
  return seconds % MINUTE === 0
    ? unit(seconds / MINUTE, 'min')
    : unit(seconds, 's');
}

function longDuration(seconds: number): string {
  const [large, small, largeUnit, smallUnit] =
    seconds < 2 * DAY
      ? [Math.floor(seconds / HOUR), (seconds % HOUR) / MINUTE, 'h', 'min']
      : [Math.floor(seconds / DAY), (seconds % DAY) / HOUR, 'd', 'h'];
  const rest = Math.floor(small as number);
  return rest === 0
    ? unit(large as number, largeUnit as string)
    : `${unit(large as number, largeUnit as string)} ${unit(
        rest,
        smallUnit as string,
      )}`;
}

function unit(value: number, name: string): string {
  return `${value}${NARROW_SPACE}${name}`;
}
