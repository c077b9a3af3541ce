import {
  ExploreMetadataRequest,
  ExploreMetricsResponse,
  ExploreQueryRequest,
  ExploreQueryResponse,
  ExploreResponse,
  ExploreTextsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import type { CancelOptions } from './MonitoringApi';

/**
 * Asks an entity's Prometheus freely, within the operator's scope. A refused expression is a
 * `ResponseError` whose `cause` has its `position`.
 *
 * @public
 */
export interface ExploreApi {
  /** Which Prometheus, within which scope, and what to begin with. */
  describe(
    entityRef: string,
    options?: CancelOptions,
  ): Promise<ExploreResponse>;
  query(
    entityRef: string,
    request: ExploreQueryRequest,
    options?: CancelOptions,
  ): Promise<ExploreQueryResponse>;
  listMetrics(
    entityRef: string,
    request: ExploreMetadataRequest,
    options?: CancelOptions,
  ): Promise<ExploreMetricsResponse>;
  listLabels(
    entityRef: string,
    request: ExploreMetadataRequest,
    options?: CancelOptions,
  ): Promise<ExploreTextsResponse>;
  /** @param request - with the `label` whose values are wanted */
  listValues(
    entityRef: string,
    request: ExploreMetadataRequest,
    options?: CancelOptions,
  ): Promise<ExploreTextsResponse>;
}
