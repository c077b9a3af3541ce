import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * The entity that another one belongs to: from its relations, or from its spec while the catalog
 * has not stitched them yet.
 */
export function relatedRef(
  entity: Entity,
  options: {
    relation: string;
    kind?: string;
    field: string;
    defaultKind: string;
  },
): string | undefined {
  const relation = entity.relations?.find(
    ({ type, targetRef }) =>
      type === options.relation &&
      (!options.kind || targetRef.startsWith(`${options.kind}:`)),
  );
  if (relation) {
    return relation.targetRef;
  }
  const text = entity.spec?.[options.field];
  if (typeof text !== 'string' || text === '') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: options.defaultKind,
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
