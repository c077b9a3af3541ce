import {
  AlertListQuery,
  AlertListResponse,
  AnswerBrakeRequest,
  AvailableDashboardsQuery,
  AvailableDashboardsResponse,
  DashboardMarksRequest,
  DashboardMarksResponse,
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
  PanelQueryResult,
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
  CancelOptions,
  EnvironmentOptions,
  MonitoringApi,
  MonitoringTimeRange,
  QueryPanelsOptions,
  SloReference,
} from '../api';
import { FakeExploreApi } from './FakeExploreApi';
import { anEntityAnswer } from './builders';
import { aSloList, HEALTHY_SOURCES } from './story';

/** What the fake answers; an `Error` is thrown, a promise that never ends keeps loading. */
export interface FakeAnswers {
  entity: EntityMonitoringResponse | Error | Promise<never>;
  slos: EntitySlosResponse | Error | Promise<never>;
  alerts: AlertListResponse | Error | Promise<never>;
  sloDetail: SloDetailResponse | Error | Promise<never>;
  openSlo: string | Error | Promise<never>;
  /** A function answers as the range wants it. */
  history:
    | SloHistory
    | ((range?: MonitoringTimeRange) => SloHistory)
    | Error
    | Promise<never>;
  sloRollups: SloRollupResponse | Error | Promise<never>;
  sloTrends: SloTrendsResponse | Error | Promise<never>;
  sloList: SloListResponse | Error | Promise<never>;
  alertList: AlertListResponse | Error | Promise<never>;
  dashboards: EntityDashboardsResponse | Error | Promise<never>;
  dashboard: EntityDashboardResponse | Error | Promise<never>;
  panels: PanelQueryResult[] | Error | Promise<never>;
  choices: DashboardVariablesResponse | Error | Promise<never>;
  marks: DashboardMarksResponse | Error | Promise<never>;
  availableDashboards: AvailableDashboardsResponse | Error | Promise<never>;
  targets: EntityTargetsResponse | Error | Promise<never>;
  exemplars: PanelExemplarsResponse | Error | Promise<never>;
  suggestions: EntitySuggestionsResponse | Error | Promise<never>;
  testNotification: TestNotificationResponse | Error | Promise<never>;
  provisioning: ProvisioningOverviewResponse | Error | Promise<never>;
  runs: ProvisioningRunListResponse | Error | Promise<never>;
  run: ProvisioningRun | Error | Promise<never>;
  steps: ProvisioningStepListResponse | Error | Promise<never>;
  sharedObjects: SharedObjectListResponse | Error | Promise<never>;
  entityProvisioning: EntityProvisioningResponse | Error | Promise<never>;
  plan: EntityPlanResponse | Error | Promise<never>;
  comparison: ObjectComparisonResponse | Error | Promise<never>;
  /** Of everything that starts a run. */
  started: StartRunResponse | Error | Promise<never>;
  /** Of everything that is answered by success alone: stop, brake, pause, resume. */
  done: undefined | Error | Promise<never>;
}

/** What was asked of provisioning that changes something. */
export type ProvisioningRequest =
  | { ask: 'start' }
  | { ask: 'stop'; id: string }
  | { ask: 'brake'; answer: AnswerBrakeRequest }
  | { ask: 'pause'; request: PauseRequest; entityRef?: string }
  | { ask: 'resume'; entityRef?: string }
  | { ask: 'apply'; entityRef: string }
  | { ask: 'decide'; entityRef: string; decision: DecideRequest }
  | { ask: 'decide-shared'; decision: DecideRequest };

/** A monitoring backend in memory. Change `answers` to let time pass. */
export class FakeMonitoringApi implements MonitoringApi {
  explore = FakeExploreApi.create();
  /** What is asked of the fleet, newest last. */
  readonly sloQueries: (SloListQuery | undefined)[] = [];
  readonly rollupQueries: { by: SloRollupKey; query?: SloListQuery }[] = [];
  readonly trendQueries: SloReference[][] = [];
  /** Ranges that a history was asked for, newest last. */
  readonly historyRanges: (MonitoringTimeRange | undefined)[] = [];
  readonly alertQueries: (AlertListQuery | undefined)[] = [];
  /** What was asked about variables, newest last. */
  readonly choiceQueries: DashboardVariablesRequest[] = [];
  /** What was asked about marks and about dashboards in Grafana, newest last. */
  readonly markQueries: (DashboardMarksRequest & { uid: string })[] = [];
  readonly availableQueries: AvailableDashboardsQuery[] = [];
  /** What was asked about scraping and about exemplars, newest last. */
  readonly targetQueries: (EnvironmentOptions | undefined)[] = [];
  readonly exemplarQueries: PanelExemplarsRequest[] = [];
  /** What was asked of which environment of the entity, newest last. */
  readonly environmentQueries: { what: string; environment?: string }[] = [];
  /** Channels that a test was sent to. */
  readonly testedChannels: string[] = [];
  /** What was asked about runs and steps, newest last. */
  readonly runQueries: (ProvisioningRunListQuery | undefined)[] = [];
  readonly stepQueries: (ProvisioningStepListQuery | undefined)[] = [];
  /** What was asked of provisioning that changes something, newest last. */
  readonly provisioningRequests: ProvisioningRequest[] = [];

  static create(answers: Partial<FakeAnswers> = {}): FakeMonitoringApi {
    const noAlerts = { items: [], totalItems: 0, health: HEALTHY_SOURCES };
    return new FakeMonitoringApi({
      entity: anEntityAnswer(),
      slos: { items: [], health: HEALTHY_SOURCES },
      alerts: noAlerts,
      sloDetail: new Error('no SLO was given to the fake'),
      openSlo: new Error('no OpenSLO was given to the fake'),
      history: new Error('no history was given to the fake'),
      sloRollups: { items: [], health: HEALTHY_SOURCES },
      sloTrends: { items: [] },
      sloList: aSloList({}),
      alertList: noAlerts,
      dashboards: { items: [] },
      dashboard: new Error('no dashboard was given to the fake'),
      panels: [],
      choices: { items: [] },
      marks: { items: [], problems: [] },
      availableDashboards: { items: [], isCut: false },
      targets: {
        items: [],
        up: 2,
        down: 0,
        query: 'up{service="ingestor"}',
      },
      exemplars: { items: [], problems: [] },
      suggestions: { items: [], selector: '{service="ingestor"}' },
      testNotification: new Error('no channel was given to the fake'),
      provisioning: {
        mode: 'apply',
        onDrift: 'keep',
        targets: [],
        mayManage: true,
      },
      runs: { items: [], totalItems: 0 },
      run: new Error('no run was given to the fake'),
      steps: { items: [], totalItems: 0 },
      sharedObjects: { items: [], mayManage: true },
      entityProvisioning: {
        objects: [],
        onDrift: 'keep',
        mode: 'apply',
        mayProvision: true,
      },
      plan: { steps: [], notices: [] },
      comparison: new Error('no comparison was given to the fake'),
      started: { id: 'run-1' },
      done: undefined,
      ...answers,
    });
  }

  private constructor(readonly answers: FakeAnswers) {}

  getEntity() {
    return answer(this.answers.entity);
  }

  getSlos(_entityRef: string, options: EnvironmentOptions = {}) {
    this.environmentQueries.push({ what: 'slos', ...options });
    return answer(this.answers.slos);
  }

  getSloDetail() {
    return answer(this.answers.sloDetail);
  }

  getOpenSlo() {
    return answer(this.answers.openSlo);
  }

  getSloHistory(
    _entityRef?: string,
    _sloId?: string,
    range?: MonitoringTimeRange,
  ) {
    this.historyRanges.push(range);
    const { history } = this.answers;
    return answer(typeof history === 'function' ? history(range) : history);
  }

  getAlerts(_entityRef: string, options: EnvironmentOptions = {}) {
    this.environmentQueries.push({ what: 'alerts', ...options });
    return answer(this.answers.alerts);
  }

  listSlos(query?: SloListQuery) {
    this.sloQueries.push(query);
    return answer(this.answers.sloList);
  }

  getSloRollups(by: SloRollupKey, query?: SloListQuery) {
    this.rollupQueries.push({ by, query });
    return answer(this.answers.sloRollups);
  }

  getSloTrends(slos: SloReference[]) {
    this.trendQueries.push(slos);
    return answer(this.answers.sloTrends);
  }

  listAlerts(query?: AlertListQuery) {
    this.alertQueries.push(query);
    return answer(this.answers.alertList);
  }

  getDashboards(_entityRef: string, options: EnvironmentOptions = {}) {
    this.environmentQueries.push({ what: 'dashboards', ...options });
    return answer(this.answers.dashboards);
  }

  getDashboard(
    _entityRef: string,
    _uid: string,
    options: EnvironmentOptions = {},
  ) {
    this.environmentQueries.push({ what: 'dashboard', ...options });
    return answer(this.answers.dashboard);
  }

  getVariableChoices(
    _entityRef: string,
    _uid: string,
    request: DashboardVariablesRequest,
  ) {
    this.choiceQueries.push(request);
    return answer(this.answers.choices);
  }

  getDashboardMarks(
    _entityRef: string,
    uid: string,
    request: DashboardMarksRequest,
    { environment }: CancelOptions = {},
  ) {
    this.environmentQueries.push({ what: 'marks', environment });
    this.markQueries.push({ uid, ...request });
    return answer(this.answers.marks);
  }

  getAvailableDashboards(
    _entityRef: string,
    query: AvailableDashboardsQuery = {},
    { environment }: CancelOptions = {},
  ) {
    this.environmentQueries.push({ what: 'available', environment });
    this.availableQueries.push(query);
    return answer(this.answers.availableDashboards);
  }

  getTargets(_entityRef: string, options?: EnvironmentOptions) {
    this.targetQueries.push(options);
    return answer(this.answers.targets);
  }

  getPanelExemplars(_entityRef: string, request: PanelExemplarsRequest) {
    this.exemplarQueries.push(request);
    return answer(this.answers.exemplars);
  }

  getSuggestions() {
    return answer(this.answers.suggestions);
  }

  sendTestNotification(_entityRef: string, channel: string) {
    this.testedChannels.push(channel);
    return answer(this.answers.testNotification);
  }

  async queryPanels(
    _entityRef: string,
    request: PanelQueryRequest,
    options: QueryPanelsOptions,
  ) {
    const { environment } = options;
    this.environmentQueries.push({ what: 'panels', environment });
    for (const result of await answer(this.answers.panels)) {
      for (const wanted of request.panels) {
        const { id, key } =
          typeof wanted === 'number' ? { id: wanted, key: undefined } : wanted;
        // An answer without a key is that of every copy.
        if (id === result.panelId && [undefined, key].includes(result.key)) {
          options.onResult({ ...result, ...(key !== undefined && { key }) });
        }
      }
    }
  }

  getProvisioning() {
    return answer(this.answers.provisioning);
  }

  listProvisioningRuns(query?: ProvisioningRunListQuery) {
    this.runQueries.push(query);
    return answer(this.answers.runs);
  }

  getProvisioningRun() {
    return answer(this.answers.run);
  }

  listProvisioningSteps(_runId: string, query?: ProvisioningStepListQuery) {
    this.stepQueries.push(query);
    return answer(this.answers.steps);
  }

  startProvisioningRun() {
    this.provisioningRequests.push({ ask: 'start' });
    return answer(this.answers.started);
  }

  stopProvisioningRun(id: string) {
    this.provisioningRequests.push({ ask: 'stop', id });
    return answer(this.answers.done);
  }

  answerBrake(given: AnswerBrakeRequest) {
    this.provisioningRequests.push({ ask: 'brake', answer: given });
    return answer(this.answers.done);
  }

  pauseProvisioning(request: PauseRequest, entityRef?: string) {
    this.provisioningRequests.push({ ask: 'pause', request, entityRef });
    return answer(this.answers.done);
  }

  resumeProvisioning(entityRef?: string) {
    this.provisioningRequests.push({ ask: 'resume', entityRef });
    return answer(this.answers.done);
  }

  listSharedObjects() {
    return answer(this.answers.sharedObjects);
  }

  compareSharedObject() {
    return answer(this.answers.comparison);
  }

  decideSharedObject(decision: DecideRequest) {
    this.provisioningRequests.push({ ask: 'decide-shared', decision });
    return answer(this.answers.started);
  }

  getEntityProvisioning() {
    return answer(this.answers.entityProvisioning);
  }

  planEntity() {
    return answer(this.answers.plan);
  }

  compareObject() {
    return answer(this.answers.comparison);
  }

  applyEntity(entityRef: string) {
    this.provisioningRequests.push({ ask: 'apply', entityRef });
    return answer(this.answers.started);
  }

  decideObject(entityRef: string, decision: DecideRequest) {
    this.provisioningRequests.push({ ask: 'decide', entityRef, decision });
    return answer(this.answers.started);
  }
}

async function answer<T>(given: T | Error | Promise<never>): Promise<T> {
  const value = await given;
  if (value instanceof Error) {
    throw value;
  }
  return value;
}
