import { Slo } from '@sightline/backstage-plugin-monitoring-common';

/** Names an SLO among those of all entities. */
export function sloKey({ entityRef, id }: Pick<Slo, 'entityRef' | 'id'>) {
  return `${entityRef}#${id}`;
}
