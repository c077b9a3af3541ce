import { stringifyEntityRef } from '@backstage/catalog-model';
import { Problem } from '../problems/Problem';
import { EntityDocument } from './EntityDocument';

/** Entities that are written twice: the catalog takes one of them, and nobody knows which. */
export function duplicateEntities(documents: EntityDocument[]): Problem[] {
  const first = new Map<string, EntityDocument>();
  return documents.flatMap(document => {
    const ref = stringifyEntityRef(document.entity);
    const known = first.get(ref);
    if (!known) {
      first.set(ref, document);
      return [];
    }
    const { file, line } = known.place;
    return [
      {
        ...document.place,
        severity: 'error' as const,
        message: `'${ref}' is in ${file}:${line} already; the catalog would take one of the two`,
        entity: ref,
      },
    ];
  });
}
