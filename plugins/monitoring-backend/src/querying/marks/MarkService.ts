import {
  DashboardMarksRequest,
  DashboardMarksResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { DashboardOptions } from '../dashboards';

/** Reads what is marked on the graphs of an entity's dashboards. */
export interface MarkService {
  /**
   * Marks of the dashboard's annotations, and deployments of the entity that Grafana knows. A source
   * that fails is told in `problems`.
   *
   * @throws `NotFoundError`, `NotAllowedError`, `ServiceUnavailableError` when the dashboard cannot
   *   be read
   * @throws `InputError` for a range that cannot be queried
   */
  list(
    entity: MonitoredEntity,
    uid: string,
    request: DashboardMarksRequest,
    options?: DashboardOptions,
  ): Promise<DashboardMarksResponse>;
}
