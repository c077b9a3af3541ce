import { ResolvedMonitoring } from '../packs/types';
import { chooseEnvironment } from './chooseEnvironment';
import { MonitoredEntity } from './types';

/**
 * The environment of an entity that a dashboard shows: its own, or the chosen one for a dashboard
 * that the entity links to.
 *
 * @param environment - name of the chosen one; absent means the only or the first one
 * @throws `NotFoundError` when the entity has no such environment
 */
export function environmentOfDashboard(
  entity: MonitoredEntity,
  uid: string,
  environment: string | undefined,
): ResolvedMonitoring {
  const own = entity.environments.find(({ dashboards }) =>
    dashboards.some(dashboard => dashboard.uid === uid),
  );
  return own ?? chooseEnvironment(entity, environment);
}
