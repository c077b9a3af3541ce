import { FetchApi } from '@backstage/frontend-plugin-api';
import {
  AlertListQuery,
  AlertListResponse,
  AvailableDashboardsQuery,
  AvailableDashboardsResponse,
  DashboardMarksRequest,
  DashboardMarksResponse,
  AnswerBrakeRequest,
  DashboardVariablesRequest,
  DashboardVariablesResponse,
  DecideRequest,
  EntityDashboardResponse,
  EntityDashboardsResponse,
  EntityMonitoringResponse,
  EntityPlanResponse,
  EntityProvisioningResponse,
  EntitySlosResponse,
  EntitySuggestionsResponse,
  EntityTargetsResponse,
  ObjectComparisonResponse,
  PanelExemplarsRequest,
  PanelExemplarsResponse,
  PanelQueryRequest,
  PauseRequest,
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningRunListQuery,
  ProvisioningRunListResponse,
  ProvisioningStepListQuery,
  ProvisioningStepListResponse,
  SharedObjectListResponse,
  SloDetailResponse,
  SloHistory,
  SloListQuery,
  SloListResponse,
  SloRollupKey,
  SloRollupResponse,
  SloTrendsResponse,
  StartRunResponse,
  TestNotificationResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  BackendClient,
  entityPath,
  withJson,
  withQuery,
} from './BackendClient';
import {
  CancelOptions,
  EnvironmentOptions,
  MonitoringApi,
  MonitoringTimeRange,
  QueryPanelsOptions,
  SloReference,
} from './MonitoringApi';
import { ExploreClient } from './ExploreClient';
import { batchesByLength } from './batchesByLength';
import { readLines } from './readLines';

/** Characters of the SLOs named in one request; servers take addresses of 8 KiB. */
const TREND_CHARACTERS = 5_000;

/** SLOs that the backend answers about in one request. */
const TREND_SLOS = 100;

/**
 * The {@link MonitoringApi} over HTTP.
 *
 * @public
 */
export class MonitoringClient implements MonitoringApi {
  readonly explore: ExploreClient;
  readonly #backend: BackendClient;

  static create(options: { fetchApi: FetchApi }): MonitoringClient {
    return new MonitoringClient(BackendClient.create(options));
  }

  private constructor(backend: BackendClient) {
    this.#backend = backend;
    this.explore = ExploreClient.create(backend);
  }

  getEntity(entityRef: string): Promise<EntityMonitoringResponse> {
    return this.#backend.get(entityPath(entityRef));
  }

  getSlos(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntitySlosResponse> {
    return this.#backend.get(entityPath(entityRef, '/slos'), options);
  }

  getSloDetail(entityRef: string, sloId: string): Promise<SloDetailResponse> {
    return this.#backend.get(sloPath(entityRef, sloId));
  }

  async getOpenSlo(entityRef: string, sloId: string): Promise<string> {
    const path = sloPath(entityRef, sloId, '/openslo');
    return (await this.#backend.fetch(path)).text();
  }

  getSloHistory(
    entityRef: string,
    sloId: string,
    range?: MonitoringTimeRange,
  ): Promise<SloHistory> {
    return this.#backend.get(sloPath(entityRef, sloId, '/history'), range);
  }

  getAlerts(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<AlertListResponse> {
    return this.#backend.get(entityPath(entityRef, '/alerts'), options);
  }

  getTargets(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntityTargetsResponse> {
    return this.#backend.get(entityPath(entityRef, '/targets'), options);
  }

  listSlos(query?: SloListQuery): Promise<SloListResponse> {
    return this.#backend.get('/slos', query);
  }

  getSloRollups(
    by: SloRollupKey,
    query?: SloListQuery,
  ): Promise<SloRollupResponse> {
    const { owner, system, domain, state, search } = query ?? {};
    return this.#backend.get('/slos/rollups', {
      by,
      owner,
      system,
      domain,
      state,
      search,
    });
  }

  async getSloTrends(slos: SloReference[]): Promise<SloTrendsResponse> {
    const names = slos.map(({ entityRef, id }) => `${entityRef}|${id}`);
    const batches = batchesByLength(names, {
      characters: TREND_CHARACTERS,
      items: TREND_SLOS,
    });
    const answers = await Promise.all(
      batches.map(slo =>
        this.#backend.get<SloTrendsResponse>('/slos/trends', { slo }),
      ),
    );
    return { items: answers.flatMap(({ items }) => items) };
  }

  listAlerts(query?: AlertListQuery): Promise<AlertListResponse> {
    return this.#backend.get('/alerts', query);
  }

  getDashboards(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntityDashboardsResponse> {
    return this.#backend.get(entityPath(entityRef, '/dashboards'), options);
  }

  getDashboard(
    entityRef: string,
    uid: string,
    options?: EnvironmentOptions,
  ): Promise<EntityDashboardResponse> {
    return this.#backend.get(dashboardPath(entityRef, uid), options);
  }

  getVariableChoices(
    entityRef: string,
    uid: string,
    request: DashboardVariablesRequest,
    options?: EnvironmentOptions,
  ): Promise<DashboardVariablesResponse> {
    const path = `${dashboardPath(entityRef, uid)}/variables`;
    return this.#backend.post(withQuery(path, options), request);
  }

  getDashboardMarks(
    entityRef: string,
    uid: string,
    request: DashboardMarksRequest,
    options: CancelOptions = {},
  ): Promise<DashboardMarksResponse> {
    const { signal, ...environment } = options;
    const path = `${dashboardPath(entityRef, uid)}/marks`;
    return this.#backend.post(withQuery(path, environment), request, signal);
  }

  getAvailableDashboards(
    entityRef: string,
    query?: AvailableDashboardsQuery,
    options: CancelOptions = {},
  ): Promise<AvailableDashboardsResponse> {
    const { signal, ...environment } = options;
    const path = entityPath(entityRef, '/available-dashboards');
    return this.#backend.get(path, { ...query, ...environment }, signal);
  }

  getSuggestions(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntitySuggestionsResponse> {
    return this.#backend.get(entityPath(entityRef, '/suggestions'), options);
  }

  sendTestNotification(
    entityRef: string,
    channel: string,
  ): Promise<TestNotificationResponse> {
    return this.#backend.post(entityPath(entityRef, '/notifications/test'), {
      channel,
    });
  }

  getPanelExemplars(
    entityRef: string,
    request: PanelExemplarsRequest,
    options: CancelOptions = {},
  ): Promise<PanelExemplarsResponse> {
    const { signal, ...environment } = options;
    const path = entityPath(entityRef, '/panels/exemplars');
    return this.#backend.post(withQuery(path, environment), request, signal);
  }

  async queryPanels(
    entityRef: string,
    request: PanelQueryRequest,
    options: QueryPanelsOptions,
  ): Promise<void> {
    const { environment, signal } = options;
    const path = entityPath(entityRef, '/panels/query');
    const response = await this.#backend.fetch(
      withQuery(path, { environment }),
      { ...withJson('POST', request), signal },
    );
    if (response.body) {
      await readLines(response.body, line =>
        options.onResult(JSON.parse(line)),
      );
    }
  }

  getProvisioning(): Promise<ProvisioningOverviewResponse> {
    return this.#backend.get('/provisioning');
  }

  listProvisioningRuns(
    query?: ProvisioningRunListQuery,
  ): Promise<ProvisioningRunListResponse> {
    return this.#backend.get('/provisioning/runs', query);
  }

  getProvisioningRun(id: string): Promise<ProvisioningRun> {
    return this.#backend.get(runPath(id));
  }

  listProvisioningSteps(
    runId: string,
    query?: ProvisioningStepListQuery,
  ): Promise<ProvisioningStepListResponse> {
    return this.#backend.get(`${runPath(runId)}/steps`, query);
  }

  startProvisioningRun(): Promise<StartRunResponse> {
    return this.#backend.post('/provisioning/runs');
  }

  stopProvisioningRun(id: string): Promise<void> {
    return this.#backend.send('POST', `${runPath(id)}/stop`);
  }

  answerBrake(answer: AnswerBrakeRequest): Promise<void> {
    return this.#backend.send('POST', '/provisioning/brake', answer);
  }

  pauseProvisioning(request: PauseRequest, entityRef?: string): Promise<void> {
    return this.#backend.send('PUT', pausePath(entityRef), request);
  }

  resumeProvisioning(entityRef?: string): Promise<void> {
    return this.#backend.send('DELETE', pausePath(entityRef));
  }

  listSharedObjects(): Promise<SharedObjectListResponse> {
    return this.#backend.get('/provisioning/shared');
  }

  compareSharedObject(key: string): Promise<ObjectComparisonResponse> {
    return this.#backend.get('/provisioning/shared/comparison', { key });
  }

  decideSharedObject(decision: DecideRequest): Promise<StartRunResponse> {
    return this.#backend.post('/provisioning/shared/decisions', decision);
  }

  getEntityProvisioning(
    entityRef: string,
  ): Promise<EntityProvisioningResponse> {
    return this.#backend.get(entityPath(entityRef, '/provisioning'));
  }

  planEntity(entityRef: string): Promise<EntityPlanResponse> {
    return this.#backend.get(entityPath(entityRef, '/provisioning/plan'));
  }

  compareObject(
    entityRef: string,
    key: string,
  ): Promise<ObjectComparisonResponse> {
    const path = entityPath(entityRef, '/provisioning/comparison');
    return this.#backend.get(path, { key });
  }

  applyEntity(entityRef: string): Promise<StartRunResponse> {
    return this.#backend.post(entityPath(entityRef, '/provisioning/apply'));
  }

  decideObject(
    entityRef: string,
    decision: DecideRequest,
  ): Promise<StartRunResponse> {
    const path = entityPath(entityRef, '/provisioning/decisions');
    return this.#backend.post(path, decision);
  }
}

function dashboardPath(entityRef: string, uid: string): string {
  return entityPath(entityRef, `/dashboards/${encodeURIComponent(uid)}`);
}

function sloPath(entityRef: string, sloId: string, rest: string = ''): string {
  return entityPath(entityRef, `/slos/${encodeURIComponent(sloId)}${rest}`);
}

function runPath(id: string): string {
  return `/provisioning/runs/${encodeURIComponent(id)}`;
}

function pausePath(entityRef?: string): string {
  const path = '/provisioning/pause';
  return entityRef ? entityPath(entityRef, path) : path;
}
