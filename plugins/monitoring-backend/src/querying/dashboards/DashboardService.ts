import {
  EntityDashboardResponse,
  EntityDashboardsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';

/** The dashboards that belong to an entity: those of its packs, and those it links to. */
export interface DashboardService {
  /** A Grafana that does not answer is told by a notice, never by an error. */
  list(
    entity: MonitoredEntity,
    options?: { signal?: AbortSignal },
  ): Promise<EntityDashboardsResponse>;
  /**
   * @throws `NotFoundError` when it is none of the entity's
   * @throws `NotAllowedError` for a linked one that the operator does not let entities link to
   * @throws `ServiceUnavailableError` for a linked one, when Grafana does not answer
   */
  get(
    entity: MonitoredEntity,
    uid: string,
    options?: { signal?: AbortSignal },
  ): Promise<EntityDashboardResponse>;
}
