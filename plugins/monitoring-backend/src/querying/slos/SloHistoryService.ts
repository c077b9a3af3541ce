import { SloHistory } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';

/** A range in Unix milliseconds, and optionally the step in seconds. */
export interface SloHistoryQuery {
  /** Absent means one SLO window before `to`. */
  from?: number;
  /** Absent means now; what lies in the future is cut off. */
  to?: number;
  /** Of the points, at least. */
  step?: number;
}

/** How an SLO stood over time. */
export interface SloHistoryService {
  /**
   * @param options - `caller`: tells people apart, so that none takes all there is of a Prometheus
   * @throws `NotFoundError` when the entity has no such SLO
   * @throws `InputError` for a range that cannot be queried
   * @throws `ServiceUnavailableError` when Prometheus does not answer
   */
  history(
    entity: MonitoredEntity,
    sloId: string,
    query: SloHistoryQuery,
    options?: { signal?: AbortSignal; caller?: string },
  ): Promise<SloHistory>;
}
