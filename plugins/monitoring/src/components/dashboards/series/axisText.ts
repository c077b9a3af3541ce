import {
  ColorTheme,
  DataField,
  displayField,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  formatMillisecond,
  formatMinute,
  formatMonth,
  formatMonthDay,
  formatSecond,
  formatYear,
} from './clockText';

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/**
 * The texts of a value axis, in the field's unit: as many decimals as tell the ticks apart, or as
 * the dashboard says. The rule is that of Grafana's axes.
 *
 * @param ticks - null where the axis has a line but no text
 * @param increment - between two ticks
 */
export function valueTicks(
  ticks: (number | null)[],
  increment: number,
  field: DataField,
  look: { theme: ColorTheme; timeZone?: string },
): string[] {
  const decimals = decimalsOf(increment);
  const write = displayField(field, look);
  return ticks.map(tick =>
    tick === null ? '' : write(tick, decimals || undefined).full,
  );
}

/** Of a number as it is written, up to six; what a binary fraction adds does not count. */
function decimalsOf(increment: number): number {
  const rounded = Math.round(increment * 1e6 * (1 + Number.EPSILON)) / 1e6;
  return (String(rounded).split('.')[1] ?? '').length;
}

/**
 * The texts of the time axis, as Grafana writes them: the closer the ticks, the more of the clock.
 *
 * @param ticks - Unix milliseconds
 * @param increment - between two ticks, in milliseconds
 * @param timeZone - IANA name; absent means the browser's own zone
 * @param span - that the axis shows, in milliseconds; absent means that of the ticks
 */
export function timeTicks(
  ticks: number[],
  increment: number,
  timeZone?: string,
  span: number = (ticks.at(-1) ?? 0) - (ticks[0] ?? 0),
): string[] {
  return ticks.map(tick => timeTick(tick, increment, timeZone, span));
}

function timeTick(
  tick: number,
  increment: number,
  timeZone: string | undefined,
  span: number,
): string {
  if (increment < SECOND) {
    return formatMillisecond(tick, timeZone);
  }
  if (increment <= MINUTE) {
    return formatSecond(tick, timeZone);
  }
  if (span <= DAY) {
    return formatMinute(tick, timeZone);
  }
  if (increment <= DAY) {
    return `${formatMonthDay(tick, timeZone)} ${formatMinute(tick, timeZone)}`;
  }
  if (span < YEAR) {
    return formatMonthDay(tick, timeZone);
  }
  return Math.round(increment / DAY) < 365
    ? formatMonth(tick, timeZone)
    : formatYear(tick, timeZone);
}
