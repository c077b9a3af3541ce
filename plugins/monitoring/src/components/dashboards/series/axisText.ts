import { formatDay, formatMinute, formatSecond } from './clockText';
import {
  formattedText,
  formatValue,
} from '@sightline/backstage-plugin-monitoring-common';

const DAY = 86_400_000;
const MOST_DECIMALS = 4;

/**
 * The texts of a value axis: as few decimals as tell the ticks of one suffix apart.
 *
 * @param ticks - null where the axis has a line but no text
 * @param decimals - exactly so many, when the dashboard says so
 */
export function valueTicks(
  ticks: (number | null)[],
  unit: string | undefined,
  decimals: number | undefined,
): string[] {
  const suffixOf = (tick: number) => formatValue(tick, unit, 0).suffix ?? '';
  const groups = new Map<string, number[]>();
  for (const tick of ticks) {
    if (tick !== null) {
      const suffix = suffixOf(tick);
      groups.set(suffix, [...(groups.get(suffix) ?? []), tick]);
    }
  }
  const digits = new Map(
    [...groups].map(([suffix, group]) => [
      suffix,
      decimals ?? fewestDecimals(group, unit),
    ]),
  );
  return ticks.map(tick =>
    tick === null
      ? ''
      : formattedText(formatValue(tick, unit, digits.get(suffixOf(tick)))),
  );
}

function fewestDecimals(ticks: number[], unit: string | undefined): number {
  const written = (tick: number, digits: number) =>
    Number(formatValue(tick, unit, digits).text);
  for (let digits = 0; digits < MOST_DECIMALS; digits++) {
    const isExact = ticks.every(
      tick => written(tick, digits) === written(tick, digits + MOST_DECIMALS),
    );
    if (isExact) {
      return digits;
    }
  }
  return MOST_DECIMALS;
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
