import {
  AlertListQuery,
  AlertListResponse,
  DashboardVariablesRequest,
  DashboardVariablesResponse,
  EntityDashboardResponse,
  EntityDashboardsResponse,
  EntityMonitoringResponse,
  EntitySlosResponse,
  EntitySuggestionsResponse,
  PanelQueryRequest,
  PanelQueryResult,
  SloHistory,
  SloListQuery,
  SloListResponse,
  TestNotificationResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringApi, QueryPanelsOptions } from '../api';
import { anEntityAnswer } from './builders';
import { aSloList, HEALTHY_SOURCES } from './story';

/** What the fake answers; an `Error` is thrown, a promise that never ends keeps loading. */
export interface FakeAnswers {
  entity: EntityMonitoringResponse | Error | Promise<never>;
  slos: EntitySlosResponse | Error | Promise<never>;
  alerts: AlertListResponse | Error | Promise<never>;
  history: SloHistory | Error | Promise<never>;
  sloList: SloListResponse | Error | Promise<never>;
  alertList: AlertListResponse | Error | Promise<never>;
  dashboards: EntityDashboardsResponse | Error | Promise<never>;
  dashboard: EntityDashboardResponse | Error | Promise<never>;
  panels: PanelQueryResult[] | Error | Promise<never>;
  choices: DashboardVariablesResponse | Error | Promise<never>;
  suggestions: EntitySuggestionsResponse | Error | Promise<never>;
  testNotification: TestNotificationResponse | Error | Promise<never>;
}

/** A monitoring backend in memory. Change `answers` to let time pass. */
export class FakeMonitoringApi implements MonitoringApi {
  /** What is asked of the fleet, newest last. */
  readonly sloQueries: (SloListQuery | undefined)[] = [];
  readonly alertQueries: (AlertListQuery | undefined)[] = [];
  /** What was asked about variables, newest last. */
  readonly choiceQueries: DashboardVariablesRequest[] = [];
  /** Channels that a test was sent to. */
  readonly testedChannels: string[] = [];

  static create(answers: Partial<FakeAnswers> = {}): FakeMonitoringApi {
    const noAlerts = { items: [], totalItems: 0, health: HEALTHY_SOURCES };
    return new FakeMonitoringApi({
      entity: anEntityAnswer(),
      slos: { items: [], health: HEALTHY_SOURCES },
      alerts: noAlerts,
      history: new Error('no history was given to the fake'),
      sloList: aSloList({}),
      alertList: noAlerts,
      dashboards: { items: [] },
      dashboard: new Error('no dashboard was given to the fake'),
      panels: [],
      choices: { items: [] },
      suggestions: { items: [], selector: '{service="ingestor"}' },
      testNotification: new Error('no channel was given to the fake'),
      ...answers,
    });
  }

  private constructor(readonly answers: FakeAnswers) {}

  getEntity() {
    return answer(this.answers.entity);
  }

  getSlos() {
    return answer(this.answers.slos);
  }

  getSloHistory() {
    return answer(this.answers.history);
  }

  getAlerts() {
    return answer(this.answers.alerts);
  }

  listSlos(query?: SloListQuery) {
    this.sloQueries.push(query);
    return answer(this.answers.sloList);
  }

  listAlerts(query?: AlertListQuery) {
    this.alertQueries.push(query);
    return answer(this.answers.alertList);
  }

  getDashboards() {
    return answer(this.answers.dashboards);
  }

  getDashboard() {
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
    for (const result of await answer(this.answers.panels)) {
      if (request.panels.includes(result.panelId)) {
        options.onResult(result);
      }
    }
  }
}

async function answer<T>(given: T | Error | Promise<never>): Promise<T> {
  const value = await given;
  if (value instanceof Error) {
    throw value;
  }
  return value;
}
