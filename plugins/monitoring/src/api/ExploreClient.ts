import {
  ExploreMetadataRequest,
  ExploreMetricsResponse,
  ExploreQueryRequest,
  ExploreQueryResponse,
  ExploreResponse,
  ExploreTextsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { BackendClient, entityPath, withQuery } from './BackendClient';
import { ExploreApi } from './ExploreApi';
import type { CancelOptions } from './MonitoringApi';

/** The {@link ExploreApi} over HTTP. */
export class ExploreClient implements ExploreApi {
  readonly #backend: BackendClient;

  static create(backend: BackendClient): ExploreClient {
    return new ExploreClient(backend);
  }

  private constructor(backend: BackendClient) {
    this.#backend = backend;
  }

  describe(
    entityRef: string,
    options: CancelOptions = {},
  ): Promise<ExploreResponse> {
    const { signal, ...environment } = options;
    return this.#backend.get(
      entityPath(entityRef, '/explore'),
      environment,
      signal,
    );
  }

  query(
    entityRef: string,
    request: ExploreQueryRequest,
    options?: CancelOptions,
  ): Promise<ExploreQueryResponse> {
    return this.#post(entityRef, 'query', request, options);
  }

  listMetrics(
    entityRef: string,
    request: ExploreMetadataRequest,
    options?: CancelOptions,
  ): Promise<ExploreMetricsResponse> {
    return this.#post(entityRef, 'metrics', request, options);
  }

  listLabels(
    entityRef: string,
    request: ExploreMetadataRequest,
    options?: CancelOptions,
  ): Promise<ExploreTextsResponse> {
    return this.#post(entityRef, 'labels', request, options);
  }

  listValues(
    entityRef: string,
    request: ExploreMetadataRequest,
    options?: CancelOptions,
  ): Promise<ExploreTextsResponse> {
    return this.#post(entityRef, 'values', request, options);
  }

  #post<T>(
    entityRef: string,
    operation: string,
    request: object,
    { signal, ...environment }: CancelOptions = {},
  ): Promise<T> {
    const path = entityPath(entityRef, `/explore/${operation}`);
    return this.#backend.post(withQuery(path, environment), request, signal);
  }
}
