import { NotFoundError } from '@backstage/errors';
import { Slo } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { ResolvedMonitoring } from '../../packs';

/**
 * An SLO of an entity, in whichever environment, by its id.
 *
 * @throws `NotFoundError` when the entity has none, or one that cannot be measured
 */
export function findSlo(
  { monitoring, environments }: MonitoredEntity,
  sloId: string,
): { slo: Slo; monitoring: ResolvedMonitoring } {
  for (const one of environments) {
    const slo = one.slos.find(({ id }) => id === sloId);
    if (slo) {
      return { slo, monitoring: one };
    }
  }
  const invalid = environments
    .flatMap(({ invalidSlos = [] }) => invalidSlos)
    .find(({ id }) => id === sloId);
  const { entityRef } = monitoring.spec;
  throw new NotFoundError(
    invalid
      ? `The SLO '${sloId}' of '${entityRef}' cannot be measured: ${invalid.message}`
      : `'${entityRef}' has no SLO '${sloId}'`,
  );
}
