import {
  AvailableDashboardsQuery,
  AvailableDashboardsResponse,
  DashboardModel,
  EntityDashboardResponse,
  EntityDashboardsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { VariableValues } from './entityVariables';

/** Options of {@link DashboardService}. */
export interface DashboardOptions {
  /**
   * Name of one of the entity's environments; absent means the first. A dashboard of a pack shows
   * its own, whatever is chosen.
   */
  environment?: string;
  /** Whether dashboards that everybody may look at are left out unless the entity names them. */
  onlyNamed?: boolean;
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a Prometheus. */
  caller?: string;
}

/** A dashboard that is ready to be queried. Nobody may change it: all who ask share it. */
export interface ParsedDashboard {
  /** The same object for as long as the dashboard is known to be the same. */
  identity: object;
  model: DashboardModel;
  /** Values that the entity's selector gives to the dashboard's variables. */
  variables: VariableValues;
}

/** The dashboards that belong to an entity: those of its packs, and those it links to. */
export interface DashboardService {
  /**
   * Those of one environment. A Grafana that does not answer is told by a notice, never by an
   * error.
   *
   * @throws `NotFoundError` when the entity has no such environment
   */
  list(
    entity: MonitoredEntity,
    options?: DashboardOptions,
  ): Promise<EntityDashboardsResponse>;
  /**
   * Dashboards of the entity's Grafana that the operator lets people look at from any entity, by
   * title; none without a Grafana.
   *
   * @throws `NotFoundError` when the entity has no such environment
   * @throws `ServiceUnavailableError` when Grafana does not answer
   */
  listAvailable(
    entity: MonitoredEntity,
    query: AvailableDashboardsQuery,
    options?: DashboardOptions,
  ): Promise<AvailableDashboardsResponse>;
  /**
   * One of the entity's, or another that the operator lets people look at.
   *
   * @throws `NotFoundError` when it is none of them, or there is no such environment
   * @throws `NotAllowedError` for a linked one that the operator does not let entities link to
   * @throws `ServiceUnavailableError` for a linked one, when Grafana does not answer
   */
  get(
    entity: MonitoredEntity,
    uid: string,
    options?: DashboardOptions,
  ): Promise<EntityDashboardResponse>;
  /**
   * The same dashboard as {@link DashboardService.get}, read by us instead of shown; what did not
   * change is not parsed again.
   *
   * @throws as {@link DashboardService.get} does
   */
  parse(
    entity: MonitoredEntity,
    uid: string,
    options?: DashboardOptions,
  ): Promise<ParsedDashboard>;
}
