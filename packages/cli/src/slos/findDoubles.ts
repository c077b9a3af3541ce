import { Problem } from '../problems/Problem';
import { FoundSlo } from './FoundSlo';

/** SLOs of one entity and one name, whose series and alerts would be the same. */
export function findDoubles(slos: FoundSlo[]): Problem[] {
  const first = new Map<string, FoundSlo>();
  return slos.flatMap(found => {
    const { entityRef, id } = found.slo;
    const key = `${entityRef} ${id}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, found);
      return [];
    }
    return [
      {
        file: found.file,
        line: 1,
        column: 1,
        severity: 'error' as const,
        message: `There are two SLOs '${id}' of ${entityRef}; the other one is in ${known.file}. Give one of them another name`,
        entity: entityRef,
      },
    ];
  });
}
