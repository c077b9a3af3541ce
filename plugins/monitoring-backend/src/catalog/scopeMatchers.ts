import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { LabelMatcher } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../config';

/**
 * The matchers that every query for an entity has to carry: the operator's, from the entity's
 * identity, never from an annotation.
 *
 * @throws `NotAllowedError` when the entity lacks a field, because an empty matcher would match
 *   series that lack the label
 */
export function scopeMatchers(
  prometheus: Pick<PrometheusConfig, 'id' | 'scope'>,
  entity: Entity,
): LabelMatcher[] {
  return prometheus.scope.map(({ label, from }) => {
    const value = identityField(entity, from);
    if (!value) {
      throw new NotAllowedError(
        `Prometheus '${
          prometheus.id
        }' only answers about entities with ${from}, which '${stringifyEntityRef(
          entity,
        )}' has not`,
      );
    }
    return { label, operator: '=', value };
  });
}

function identityField(entity: Entity, from: string): string | undefined {
  switch (from) {
    case 'metadata.name':
      return entity.metadata.name;
    case 'metadata.namespace':
      return entity.metadata.namespace ?? 'default';
    case 'kind':
      return entity.kind;
    default: {
      const field = from.replace(/^spec\./, '');
      const spec = entity.spec ?? {};
      const value = Object.hasOwn(spec, field) ? spec[field] : undefined;
      return typeof value === 'string' ? value : undefined;
    }
  }
}
