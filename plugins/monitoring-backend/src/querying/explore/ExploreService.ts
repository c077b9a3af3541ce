import {
  ExploreMetadataRequest,
  ExploreMetricsResponse,
  ExploreQueryRequest,
  ExploreQueryResponse,
  ExploreResponse,
  ExploreTextsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';

/** Options of each call. */
export interface ExploreOptions {
  /** Name of the entity's environment; absent means the first. */
  environment?: string;
  /** Ends the queries, upstream too. */
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a Prometheus. */
  caller?: string;
}

/**
 * Answers what people ask freely of an entity's Prometheus, within the operator's scope.
 *
 * Every method throws `NotFoundError` when no Prometheus or no such environment is there,
 * `NotAllowedError` when the entity lacks what the scope is made of, or when no scope is configured
 * and the operator has not allowed that, and `ServiceUnavailableError` when Prometheus does not
 * answer.
 */
export interface ExploreService {
  /** What is there to begin with. */
  describe(entity: MonitoredEntity, options?: ExploreOptions): ExploreResponse;
  /** @throws `InputError` for what cannot be asked, with its `position` when that is the expression */
  query(
    entity: MonitoredEntity,
    request: ExploreQueryRequest,
    options?: ExploreOptions,
  ): Promise<ExploreQueryResponse>;
  listMetrics(
    entity: MonitoredEntity,
    request: ExploreMetadataRequest,
    options?: ExploreOptions,
  ): Promise<ExploreMetricsResponse>;
  /** @throws `InputError` for a selector that is none */
  listLabels(
    entity: MonitoredEntity,
    request: ExploreMetadataRequest,
    options?: ExploreOptions,
  ): Promise<ExploreTextsResponse>;
  /** @throws `InputError` for a label or a selector that is none */
  listValues(
    entity: MonitoredEntity,
    request: ExploreMetadataRequest,
    options?: ExploreOptions,
  ): Promise<ExploreTextsResponse>;
}
