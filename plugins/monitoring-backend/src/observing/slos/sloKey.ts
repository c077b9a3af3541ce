import { Slo } from '@sightline/backstage-plugin-monitoring-common';

/** A fleet is asked for at every poll; the catalog keeps its SLOs while they do not change. */
const KEYS = new WeakMap<object, string>();

/** Names an SLO among those of all entities. */
export function sloKey(slo: Pick<Slo, 'entityRef' | 'id'>): string {
  const known = KEYS.get(slo);
  if (known !== undefined) {
    return known;
  }
  const key = `${slo.entityRef}#${slo.id}`;
  KEYS.set(slo, key);
  return key;
}
