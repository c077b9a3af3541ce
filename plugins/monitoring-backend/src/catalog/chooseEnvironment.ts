import { NotFoundError } from '@backstage/errors';
import { ResolvedMonitoring } from '../packs/types';
import { MonitoredEntity } from './types';

/**
 * What an entity comes to in one of its environments.
 *
 * @param environment - its name; absent means the only or the first one
 * @throws `NotFoundError` when the entity has no such environment
 */
export function chooseEnvironment(
  { monitoring, environments }: MonitoredEntity,
  environment: string | undefined,
): ResolvedMonitoring {
  if (environment === undefined) {
    return monitoring;
  }
  const found = environments.find(
    ({ spec }) => spec.environment === environment,
  );
  if (!found) {
    const names = environments.flatMap(({ spec }) => spec.environment ?? []);
    throw new NotFoundError(
      `'${monitoring.spec.entityRef}' has no environment '${environment.slice(
        0,
        40,
      )}'; it has ${names.join(', ') || 'none'}`,
    );
  }
  return found;
}
