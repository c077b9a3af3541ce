import { formatDay, formatMinute, formatSecond } from './clockText';
import {
  formattedText,
  formatValue,
} from '@sightline/backstage-plugin-monitoring-common';

const DAY = 86_400_000;
const MOST_DECIMALS = 4;

/**
 * The texts of a value axis: all with the same decimals, as few as tell the ticks apart.
 *
 * @param decimals - exactly so many, when the dashboard says so
 */
export function valueTicks(
  ticks: number[],
  unit: string | undefined,
  decimals: number | undefined,
): string[] {
  const write = (tick: number, digits: number | undefined) =>
    formatValue(tick, unit, digits);
  const isExact = (digits: number) =>
    ticks.every(
      tick =>
        Number(write(tick, digits).text) ===
        Number(write(tick, digits + MOST_DECIMALS).text),
    );
  let digits = decimals;
  for (let one = 0; digits === undefined && one <= MOST_DECIMALS; one++) {
    if (one === MOST_DECIMALS || isExact(one)) {
      digits = one;
    }
  }
  return ticks.map(tick => formattedText(write(tick, digits)));
}

/**
 * The texts of the time axis.
 *
 * @param ticks - Unix milliseconds
 * @param increment - between two ticks, in milliseconds
 * @param timeZone - IANA name; absent means the browser's own zone
 */
export function timeTicks(
  ticks: number[],
  increment: number,
  timeZone?: string,
): string[] {
  return ticks.map(tick => {
    if (increment >= DAY) {
      return formatDay(tick, timeZone);
    }
    const minute = formatMinute(tick, timeZone);
    if (minute === '00:00' && increment >= 60_000) {
      return formatDay(tick, timeZone);
    }
    return increment < 60_000 ? formatSecond(tick, timeZone) : minute;
  });
}
