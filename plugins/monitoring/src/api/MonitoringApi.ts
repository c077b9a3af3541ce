import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  AlertListQuery,
  AlertListResponse,
  AvailableDashboardsQuery,
  AvailableDashboardsResponse,
  DashboardMarksRequest,
  DashboardMarksResponse,
  DashboardVariablesRequest,
  DashboardVariablesResponse,
  EntityDashboardResponse,
  EntityDashboardsResponse,
  EntityMonitoringResponse,
  EntitySlosResponse,
  EntitySuggestionsResponse,
  EntityTargetsResponse,
  PanelExemplarsRequest,
  PanelExemplarsResponse,
  PanelAnswer,
  PanelQueryRequest,
  SloDetailResponse,
  SloHistory,
  SloListQuery,
  SloListResponse,
  SloRollupKey,
  SloRollupResponse,
  SloTrendsResponse,
  TestNotificationResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { ExploreApi } from './ExploreApi';
import { ProvisioningApi } from './ProvisioningApi';

/**
 * A period of time.
 *
 * @public
 */
export interface MonitoringTimeRange {
  /** Start, in Unix milliseconds. */
  from: number;
  /** End, in Unix milliseconds. */
  to: number;
}

/**
 * Which of an entity's environments is meant.
 *
 * @public
 */
export interface EnvironmentOptions {
  /** Its name; absent means the first, and for SLOs and alerts all. */
  environment?: string;
}

/**
 * Options of what a screen may leave before it is answered.
 *
 * @public
 */
export interface CancelOptions extends EnvironmentOptions {
  /** Ends the request, upstream too. */
  signal?: AbortSignal;
}

/**
 * Names one SLO among those of all entities.
 *
 * @public
 */
export interface SloReference {
  entityRef: string;
  id: string;
}

/**
 * Options of {@link MonitoringApi.queryPanels}.
 *
 * @public
 */
export interface QueryPanelsOptions extends CancelOptions {
  /** Called for each panel as it finishes, in the order in which they finish. */
  onResult: (answer: PanelAnswer) => void;
}

/**
 * What the screens ask of the Sightline backend.
 *
 * @remarks
 * An `entityRef` is the full reference of a catalog entity, `component:default/ingestor`.
 * Every method rejects with a `ResponseError` of `@backstage/errors` when the backend refuses.
 *
 * @public
 */
export interface MonitoringApi extends ProvisioningApi {
  /** Free questions about the entity's metrics. */
  readonly explore: ExploreApi;
  /** What the entity's annotations ask for, what is wrong with them, and what was provisioned. */
  getEntity(entityRef: string): Promise<EntityMonitoringResponse>;
  /** How the entity's SLOs stand, from the snapshot. */
  getSlos(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntitySlosResponse>;
  /** Everything about one SLO but its past: figures, queries, definition, links. */
  getSloDetail(entityRef: string, sloId: string): Promise<SloDetailResponse>;
  /** The SLO as an OpenSLO v1 document in YAML, for a file. */
  getOpenSlo(entityRef: string, sloId: string): Promise<string>;
  /** Budget, burn rates and events of one SLO over time; without a range, over the SLO's window. */
  getSloHistory(
    entityRef: string,
    sloId: string,
    range?: MonitoringTimeRange,
  ): Promise<SloHistory>;
  /** The entity's pending, firing and silenced alerts, from the snapshot. */
  getAlerts(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<AlertListResponse>;
  /** Whether the entity's instances are scraped, and why not. */
  getTargets(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntityTargetsResponse>;
  /** SLOs of the whole fleet that the user may see. */
  listSlos(query?: SloListQuery): Promise<SloListResponse>;
  /** The same SLOs by system, domain or owner, worst first; order and pages of the query say nothing. */
  getSloRollups(
    by: SloRollupKey,
    query?: SloListQuery,
  ): Promise<SloRollupResponse>;
  /** Budget left of many SLOs, each over its window; in any order, without those that are not known. */
  getSloTrends(slos: SloReference[]): Promise<SloTrendsResponse>;
  /** Alerts of the whole fleet that the user may see. */
  listAlerts(query?: AlertListQuery): Promise<AlertListResponse>;
  /** The entity's dashboards, without their panels. */
  getDashboards(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntityDashboardsResponse>;
  /** One dashboard of the entity, as Grafana stores it. */
  getDashboard(
    entityRef: string,
    uid: string,
    options?: EnvironmentOptions,
  ): Promise<EntityDashboardResponse>;
  /** What can be chosen for the variables of one of the entity's dashboards. */
  getVariableChoices(
    entityRef: string,
    uid: string,
    request: DashboardVariablesRequest,
    options?: EnvironmentOptions,
  ): Promise<DashboardVariablesResponse>;
  /** What is marked on the graphs of one of the entity's dashboards: annotations, deployments, changes. */
  getDashboardMarks(
    entityRef: string,
    uid: string,
    request: DashboardMarksRequest,
    options?: CancelOptions,
  ): Promise<DashboardMarksResponse>;
  /** Dashboards in Grafana that may be looked at from the entity, by title. */
  getAvailableDashboards(
    entityRef: string,
    query?: AvailableDashboardsQuery,
    options?: CancelOptions,
  ): Promise<AvailableDashboardsResponse>;
  /** Packs that the entity's live metrics would fill. */
  getSuggestions(
    entityRef: string,
    options?: EnvironmentOptions,
  ): Promise<EntitySuggestionsResponse>;
  /** Sends a test to one of the entity's channels. */
  sendTestNotification(
    entityRef: string,
    channel: string,
  ): Promise<TestNotificationResponse>;
  /** Single observations behind the graphs of a panel, with links to their traces. */
  getPanelExemplars(
    entityRef: string,
    request: PanelExemplarsRequest,
    options?: CancelOptions,
  ): Promise<PanelExemplarsResponse>;
  /** Data of panels; resolves when the last panel has been answered. */
  queryPanels(
    entityRef: string,
    request: PanelQueryRequest,
    options: QueryPanelsOptions,
  ): Promise<void>;
}

/**
 * Reference of the {@link MonitoringApi}.
 *
 * @public
 */
export const monitoringApiRef = createApiRef<MonitoringApi>().with({
  id: 'plugin.monitoring.service',
  pluginId: 'monitoring',
});
