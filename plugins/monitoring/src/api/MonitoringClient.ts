import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { FetchApi } from '@backstage/frontend-plugin-api';
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
  SloHistory,
  SloListQuery,
  SloListResponse,
  TestNotificationResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  MonitoringApi,
  MonitoringTimeRange,
  QueryPanelsOptions,
} from './MonitoringApi';
import { readLines } from './readLines';

const BASE_URL = 'plugin://monitoring/v1';

/**
 * The {@link MonitoringApi} over HTTP.
 *
 * @public
 */
export class MonitoringClient implements MonitoringApi {
  readonly #fetchApi: FetchApi;

  static create(options: { fetchApi: FetchApi }): MonitoringClient {
    return new MonitoringClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  getEntity(entityRef: string): Promise<EntityMonitoringResponse> {
    return this.#get(entityPath(entityRef));
  }

  getSlos(entityRef: string): Promise<EntitySlosResponse> {
    return this.#get(`${entityPath(entityRef)}/slos`);
  }

  getSloHistory(
    entityRef: string,
    sloId: string,
    range?: MonitoringTimeRange,
  ): Promise<SloHistory> {
    const path = `${entityPath(entityRef)}/slos/${encodeURIComponent(sloId)}`;
    return this.#get(`${path}/history`, range);
  }

  getAlerts(entityRef: string): Promise<AlertListResponse> {
    return this.#get(`${entityPath(entityRef)}/alerts`);
  }

  listSlos(query?: SloListQuery): Promise<SloListResponse> {
    return this.#get('/slos', query);
  }

  listAlerts(query?: AlertListQuery): Promise<AlertListResponse> {
    return this.#get('/alerts', query);
  }

  getDashboards(entityRef: string): Promise<EntityDashboardsResponse> {
    return this.#get(`${entityPath(entityRef)}/dashboards`);
  }

  getDashboard(
    entityRef: string,
    uid: string,
  ): Promise<EntityDashboardResponse> {
    return this.#get(
      `${entityPath(entityRef)}/dashboards/${encodeURIComponent(uid)}`,
    );
  }

  getVariableChoices(
    entityRef: string,
    uid: string,
    request: DashboardVariablesRequest,
  ): Promise<DashboardVariablesResponse> {
    const path = `${entityPath(entityRef)}/dashboards/${encodeURIComponent(
      uid,
    )}`;
    return this.#post(`${path}/variables`, request);
  }

  getSuggestions(entityRef: string): Promise<EntitySuggestionsResponse> {
    return this.#get(`${entityPath(entityRef)}/suggestions`);
  }

  sendTestNotification(
    entityRef: string,
    channel: string,
  ): Promise<TestNotificationResponse> {
    return this.#post(`${entityPath(entityRef)}/notifications/test`, {
      channel,
    });
  }

  async queryPanels(
    entityRef: string,
    request: PanelQueryRequest,
    options: QueryPanelsOptions,
  ): Promise<void> {
    const response = await this.#fetch(
      `${entityPath(entityRef)}/panels/query`,
      { ...postJson(request), signal: options.signal },
    );
    if (response.body) {
      await readLines(response.body, line =>
        options.onResult(JSON.parse(line)),
      );
    }
  }

  async #get<T>(path: string, query?: object): Promise<T> {
    const response = await this.#fetch(`${path}${queryString(query)}`);
    return await response.json();
  }

  async #post<T>(path: string, body: object): Promise<T> {
    const response = await this.#fetch(path, postJson(body));
    return await response.json();
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(`${BASE_URL}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function postJson(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(encodeURIComponent);
  return `/entities/${parts.join('/').toLocaleLowerCase('en-US')}`;
}

function queryString(query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined) {
        parameters.append(key, String(one));
      }
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
