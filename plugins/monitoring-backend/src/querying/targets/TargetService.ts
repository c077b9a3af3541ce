import { EntityTargetsResponse } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';

/** Options of {@link TargetService.list}. */
export interface TargetOptions {
  /** Name of the entity's environment; absent means the first. */
  environment?: string;
  /** Ends the queries, upstream too. */
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a Prometheus. */
  caller?: string;
}

/** Tells whether entities are scraped at all. */
export interface TargetService {
  /**
   * @throws `NotFoundError` when no Prometheus or no such environment is there
   * @throws `NotAllowedError` when the entity lacks what the operator's scope is made of
   * @throws `ServiceUnavailableError` when Prometheus does not answer
   */
  list(
    entity: MonitoredEntity,
    options?: TargetOptions,
  ): Promise<EntityTargetsResponse>;
}
