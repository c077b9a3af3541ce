import { identityRef } from '../../annotations/identity';
import { formatLabelMatchers } from '../../promql/formatLabelMatchers';
import { hourlyRange } from '../windows/hourlyRange';
import { entityMatcher } from './entityMatcher';
import { EventKind, recordedName } from '../recording/recordedSeries';
import { sloWindowKey } from '../windows/sloWindowKey';
import { Slo } from '../types';
import { windowHours } from '../windows/windowHours';

/** Of more entities than this all series are read: their names would be a long query. */
const MOST_NAMED = 100;

/**
 * Instant queries for the events, and for the recorded hours, over the windows of SLOs; labels
 * `entity`, `sli`, `window` (see `sloWindowKey`).
 *
 * @public
 */
export type SloSummedQueries = Record<EventKind | 'hours', string>;

/** Only these entities, where they are few. */
function matchers(slos: readonly Slo[]): string {
  return new Set(slos.map(identityRef)).size > MOST_NAMED
    ? ''
    : `{${formatLabelMatchers([entityMatcher(slos)])}}`;
}

/**
 * The recorded events of an hour, at every full hour before `time`. Steps of a subquery lie on the
 * full hours of the clock, so the series is moved by the minutes that have passed of this one.
 */
function hourly(name: string, time: number): string {
  const passed = time % 3_600;
  return passed === 0 ? name : `(${name} offset -${passed}s)`;
}

/**
 * The SLO windows as sums of recorded hours: dear, and right where the rules do not record windows,
 * or do not yet. All are instant queries at `time`, three whatever the number of SLOs.
 *
 * @param slos - at least one; equal windows are asked for once
 * @param time - Unix seconds, an integer
 * @public
 */
export function sloSummedQueries(
  slos: readonly Slo[],
  time: number,
): SloSummedQueries {
  const byKey = new Map(
    slos.map(({ window }) => [sloWindowKey(window), window]),
  );
  const of = matchers(slos);
  const summed = (kind: EventKind, over: 'sum' | 'count') => {
    const series = hourly(`${recordedName(kind, 3_600)}${of}`, time);
    return [...byKey]
      .map(
        ([key, window]) =>
          `label_replace(max by (entity, sli) (${over}_over_time(${series}${hourlyRange(
            windowHours(window, time),
          )})), "window", "${key}", "", "")`,
      )
      .join(' or ');
  };
  return {
    bad: summed('bad', 'sum'),
    total: summed('total', 'sum'),
    hours: summed('total', 'count'),
  };
}
