import { formatDuration } from '../durations/formatDuration';
import { hourlyRange } from './hourlyRange';
import { EventKind, recordedName } from './recordedSeries';
import { recordedWindows } from './recordedWindows';
import { sloWindowKey } from './sloWindowKey';
import { Slo } from './types';
import { windowHours } from './windowHours';

type Windowed = Pick<Slo, 'window' | 'alerting' | 'timeSlice'>;

/**
 * Instant queries for all SLOs of one Prometheus, whatever their number: three at every look, three
 * more for SLOs whose windows are not recorded.
 *
 * @public
 */
export interface SloFleetQueries {
  /** Recorded events over the alerting windows; labels `__name__`, `entity`, `sli`. */
  burn: Record<EventKind, string>;
  /**
   * Events and hours over the SLO windows (`sightline:sli_{bad,total,hours}:window`), with the
   * label `window` (see {@link sloWindowKey}); and the shares of long alerting windows that are
   * recorded (`sightline:sli_recorded:share…`) where that is not all.
   */
  window: string;
  /**
   * What `window` would answer, summed from the recorded hours: dear, and right before the rules
   * have recorded windows. Labels `entity`, `sli`, `window`.
   */
  summed: Record<EventKind | 'hours', string>;
}

/** Windows, slices and pairs are the same for most of a fleet, and pairs take long to work out. */
function distinct(slos: readonly Windowed[]): Windowed[] {
  const byKey = new Map<string, Windowed>();
  for (const slo of slos) {
    const { catalogue } = slo.alerting ?? {};
    const pairs = catalogue ? JSON.stringify(catalogue) : '';
    byKey.set(
      `${sloWindowKey(slo.window)} ${slo.timeSlice?.seconds} ${pairs}`,
      slo,
    );
  }
  return [...byKey.values()];
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
  slos: Windowed[],
  time: number,
  expression: (range: string) => string,
): string {
  const byKey = new Map(
    slos.map(({ window }) => [sloWindowKey(window), window]),
  );
  return [...byKey]
    .map(
      ([key, window]) =>
        `label_replace(max by (entity, sli) (${expression(
          hourlyRange(windowHours(window, time)),
        )}), "window", "${key}", "", "")`,
    )
    .join(' or ');
}

/**
 * The queries that answer for a whole fleet from the recorded series. All are instant queries at
 * `time`. Of copies of a series (two Prometheus behind one address) the larger counts.
 *
 * @param slos - at least one; equal windows are asked for once
 * @param time - Unix seconds, an integer
 * @public
 */
export function sloFleetQueries(
  slos: readonly Windowed[],
  time: number,
): SloFleetQueries {
  const some = distinct(slos);
  const windows = recordedWindows(some).map(formatDuration).join('|');
  const burn = (kind: EventKind) =>
    `max by (__name__, entity, sli) ({__name__=~"sightline:sli_${kind}:increase(${windows})"})`;
  const summed = (kind: EventKind, over: 'sum' | 'count') =>
    perWindow(
      some,
      time,
      range => `${over}_over_time(${hourly(kind, time)}${range})`,
    );
  return {
    burn: { bad: burn('bad'), total: burn('total') },
    window:
      'max by (__name__, entity, sli, window) ({__name__=~"sightline:sli_(bad|total|hours):window"}) or max by (__name__, entity, sli) ({__name__=~"sightline:sli_recorded:share.+"} < 1)',
    summed: {
      bad: summed('bad', 'sum'),
      total: summed('total', 'sum'),
      hours: summed('total', 'count'),
    },
  };
}
