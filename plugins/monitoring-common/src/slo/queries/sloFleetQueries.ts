import { formatDuration } from '../../durations/formatDuration';
import { EventKind } from '../recording/recordedSeries';
import { recordedWindows } from '../recording/recordedWindows';
import { Slo } from '../types';

type Windowed = Pick<Slo, 'window' | 'alerting' | 'timeSlice'>;

/**
 * Instant queries for all SLOs of one Prometheus, whatever their number: three.
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
}

/**
 * The queries that answer for a whole fleet from the recorded series. Of copies of a series (two Prometheus behind one address) the larger counts.
 *
 * @param slos - at least one; the figures of all others come too
 * @public
 */
export function sloFleetQueries(slos: readonly Windowed[]): SloFleetQueries {
  const windows = recordedWindows(slos).map(formatDuration).join('|');
  const burn = (kind: EventKind) =>
    `max by (__name__, entity, sli) ({__name__=~"sightline:sli_${kind}:increase(${windows})"})`;
  return {
    burn: { bad: burn('bad'), total: burn('total') },
    window:
      'max by (__name__, entity, sli, window) ({__name__=~"sightline:sli_(bad|total|hours):window"}) or max by (__name__, entity, sli) ({__name__=~"sightline:sli_recorded:share.+"} < 1)',
  };
}
