import { FormattedValue } from './FormattedValue';
import { toFixed } from './toFixed';

interface Step {
  /** Values below it, as given, are shown in this step's unit. */
  below: number;
  /** How many of the given unit are one of this step's. */
  per: number;
  name: string;
  /** Gets an s unless it is exactly one. */
  plural?: true;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const WEEK = 604_800;
const YEAR = 31_536_000;
// Grafana divides by the tropical year, but turns weeks into years at 365 days.
const TROPICAL_YEAR = 31_556_900;
const TROPICAL_YEAR_MINUTES = 525_948;

// The limits differ from unit to unit, as they do in Grafana: days turn into weeks
// for seconds, minutes and hours, but not for milliseconds.
const STEPS: Record<string, Step[]> = {
  ns: [
    { below: 1e3, per: 1, name: 'ns' },
    { below: 1e6, per: 1e3, name: 'µs' },
    { below: 1e9, per: 1e6, name: 'ms' },
    { below: MINUTE * 1e9, per: 1e9, name: 's' },
    { below: HOUR * 1e9, per: MINUTE * 1e9, name: 'min', plural: true },
    { below: DAY * 1e9, per: HOUR * 1e9, name: 'hour', plural: true },
    { below: Infinity, per: DAY * 1e9, name: 'day', plural: true },
  ],
  µs: [
    { below: 1e3, per: 1, name: 'µs' },
    { below: 1e6, per: 1e3, name: 'ms' },
    { below: Infinity, per: 1e6, name: 's' },
  ],
  ms: [
    { below: 1e3, per: 1, name: 'ms' },
    { below: MINUTE * 1e3, per: 1e3, name: 's' },
    { below: HOUR * 1e3, per: MINUTE * 1e3, name: 'min', plural: true },
    { below: DAY * 1e3, per: HOUR * 1e3, name: 'hour', plural: true },
    { below: YEAR * 1e3, per: DAY * 1e3, name: 'day', plural: true },
    { below: Infinity, per: YEAR * 1e3, name: 'year', plural: true },
  ],
  s: [
    { below: 1e-6, per: 1e-9, name: 'ns' },
    { below: 1e-3, per: 1e-6, name: 'µs' },
    { below: 1, per: 1e-3, name: 'ms' },
    { below: MINUTE, per: 1, name: 's' },
    { below: HOUR, per: MINUTE, name: 'min', plural: true },
    { below: DAY, per: HOUR, name: 'hour', plural: true },
    { below: WEEK, per: DAY, name: 'day', plural: true },
    { below: YEAR, per: WEEK, name: 'week', plural: true },
    { below: Infinity, per: TROPICAL_YEAR, name: 'year', plural: true },
  ],
  m: [
    { below: 60, per: 1, name: 'min' },
    { below: 1_440, per: 60, name: 'hour', plural: true },
    { below: 10_080, per: 1_440, name: 'day', plural: true },
    // Grafana's limit is the number of seconds in a week.
    { below: 604_800, per: 10_080, name: 'week', plural: true },
    {
      below: Infinity,
      per: TROPICAL_YEAR_MINUTES,
      name: 'year',
      plural: true,
    },
  ],
  h: [
    { below: 24, per: 1, name: 'hour' },
    { below: 168, per: 24, name: 'day', plural: true },
    { below: 8_760, per: 168, name: 'week', plural: true },
    { below: Infinity, per: 8_760, name: 'year', plural: true },
  ],
  d: [
    { below: 7, per: 1, name: 'day', plural: true },
    { below: 365, per: 7, name: 'week', plural: true },
    { below: Infinity, per: 365, name: 'year', plural: true },
  ],
};

/** Whether {@link formatTimeSpan} knows the unit. */
export function isTimeSpanUnit(unit: string): boolean {
  return Object.hasOwn(STEPS, unit);
}

/** A span of time in the largest unit that leaves at least one: `1.67 hours`. */
export function formatTimeSpan(
  value: number,
  unit: string,
  decimals?: number,
): FormattedValue {
  if (value === 0 && unit === 's') {
    return { text: '0', suffix: ' s' };
  }
  const steps = STEPS[unit];
  const magnitude = Math.abs(value);
  const zero = steps.find(step => step.per === 1) ?? steps[0];
  const step =
    value === 0
      ? zero
      : steps.find(one => magnitude < one.below) ?? steps[steps.length - 1];
  const scaled =
    step.per < 1 ? value * Math.round(1 / step.per) : value / step.per;
  const plural = step.plural && Math.abs(scaled) > 1 ? 's' : '';
  return { text: toFixed(scaled, decimals), suffix: ` ${step.name}${plural}` };
}
