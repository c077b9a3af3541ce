import { stringifyEntityRef } from '@backstage/catalog-model';

/** Path of one entity; what stands below it belongs to the entity. */
export const ENTITY_PATH = '/v1/entities/:kind/:namespace/:name';

/** The canonical ref of the entity that a path names. */
export function entityRefOf(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}
