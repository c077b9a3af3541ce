import { SloWindow } from '../annotations/types';
import { hourlyRange } from './hourlyRange';
import { formatDuration } from '../durations/formatDuration';
import { EventKind, recordedName } from './recordedSeries';
import { recordedWindows } from './recordedWindows';
import { sloWindowKey } from './sloWindowKey';
import { windowHours } from './windowHours';

/**
 * Instant queries for all SLOs of one Prometheus, whatever their number.
 *
 * @public
 */
export interface SloFleetQueries {
  /** Recorded events over the alerting windows; labels `__name__`, `entity`, `sli`. */
  burn: Record<'bad' | 'total', string>;
  /** Events over the SLO windows; labels `entity`, `sli`, `window` (see {@link sloWindowKey}). */
  window: Record<'bad' | 'total', string>;
  /** Hours of the SLO windows that are recorded; labels as of `window`. */
  hours: string;
}

/**
 * The recorded events of an hour, at every full hour before `time`. Steps of a subquery lie on the
 * full hours of the clock, so the series is moved by the minutes that have passed of this one.
 */
function hourly(kind: EventKind, time: number): string {
  const name = recordedName(kind, 3_600);
  const passed = time % 3_600;
  return passed === 0 ? name : `(${name} offset -${passed}s)`;
}

function perWindow(
  windows: SloWindow[],
  time: number,
  expression: (range: string) => string,
): string {
  const byKey = new Map(windows.map(window => [sloWindowKey(window), window]));
  return [...byKey]
    .map(
      ([key, window]) =>
        `label_replace(sum by (entity, sli) (${expression(
          hourlyRange(windowHours(window, time)),
        )}), "window", "${key}", "", "")`,
    )
    .join(' or ');
}

/**
 * The queries that answer for a whole fleet from the recorded series. All are instant queries at
 * `time`.
 *
 * @param windows - windows of the SLOs, at least one; equal ones are asked for once
 * @param time - Unix seconds, an integer
 * @public
 */
export function sloFleetQueries(
  windows: SloWindow[],
  time: number,
): SloFleetQueries {
  const burn = (kind: EventKind) =>
    `sum by (__name__, entity, sli) ({__name__=~"sightline:sli_${kind}:increase(${recordedWindows(
      windows.map(window => ({ window })),
    )
      .map(formatDuration)
      .join('|')})"})`;
  const window = (kind: EventKind) =>
    perWindow(
      windows,
      time,
      range => `sum_over_time(${hourly(kind, time)}${range})`,
    );
  return {
    burn: { bad: burn('bad'), total: burn('total') },
    window: { bad: window('bad'), total: window('total') },
    hours: perWindow(
      windows,
      time,
      range => `count_over_time(${hourly('total', time)}${range})`,
    ).replace(/sum by/g, 'max by'),
  };
}
