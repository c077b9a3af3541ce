import { InputError } from '@backstage/errors';
import {
  alignRange,
  LONGEST_RANGE,
} from '@sightline/backstage-plugin-monitoring-common';

/** A period in Unix milliseconds. */
export interface TimeRange {
  from: number;
  to: number;
}

/** A range query's grid: `start`, `start + step`, … `end`, in Unix seconds. */
export interface QueryRange {
  start: number;
  end: number;
  step: number;
}

/** Prometheus refuses more: `(end - start) / step > 11000`. */
const MAX_POINTS = 11_000;

/**
 * Checks a range before anything is computed from it.
 *
 * @throws `InputError` when it is empty, turned round or too long
 */
export function checkRange({ from, to }: TimeRange): void {
  if (!(from < to)) {
    throw new InputError('range.from must lie before range.to');
  }
  if (to - from > LONGEST_RANGE) {
    throw new InputError('range is too long: at most 400 days can be queried');
  }
}

/**
 * A step with which the range has no more points than Prometheus answers.
 *
 * @param step - wanted, in seconds
 * @returns a multiple of `step`, in seconds
 */
export function capStep({ from, to }: TimeRange, step: number): number {
  // One more point than the range has steps can lie in it.
  const smallest = (to - from) / 1_000 / (MAX_POINTS - 1);
  return step * Math.max(1, Math.ceil(smallest / step));
}

/**
 * Both ends moved down to multiples of the step, so that everybody who looks at the same panel
 * asks for the same points.
 *
 * @param step - in seconds
 * @param utcOffset - of the zone whose hours and days the steps follow, in seconds
 */
export function planRange(
  { from, to }: TimeRange,
  step: number,
  utcOffset?: number,
): QueryRange {
  const aligned = alignRange(from, to, step, utcOffset);
  return { start: aligned.from / 1_000, end: aligned.to / 1_000, step };
}
