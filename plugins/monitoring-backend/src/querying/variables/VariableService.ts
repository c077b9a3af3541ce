import {
  DashboardVariablesRequest,
  DashboardVariablesResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { DashboardOptions } from '../dashboards';

/** Reads what can be chosen for the variables of an entity's dashboards. */
export interface VariableService {
  /**
   * What goes wrong with one variable is told with it; the others are not affected.
   *
   * @throws `NotFoundError` when the dashboard is none of the entity's, or no Prometheus or no such
   *   environment is there
   * @throws `InputError` for a range or a variable's value that cannot be queried
   * @throws `NotAllowedError` when the entity lacks what the operator's scope is made of
   */
  listChoices(
    entity: MonitoredEntity,
    uid: string,
    request: DashboardVariablesRequest,
    options?: DashboardOptions,
  ): Promise<DashboardVariablesResponse>;
}
