import { Desired } from '../desired';
import { PlanOptions } from './types';

/**
 * Whether it is known all that an entity wants. Where it is not, nobody can say that an object of
 * the entity is not wanted, and it is kept.
 */
export function isEntityKnown(
  entityRef: string,
  { errors, incomplete }: Pick<Desired, 'errors' | 'incomplete'>,
  options: Pick<PlanOptions, 'entityRef' | 'keptEntities'>,
): boolean {
  return (
    (options.entityRef === undefined || options.entityRef === entityRef) &&
    !options.keptEntities?.has(entityRef) &&
    !incomplete.has(entityRef) &&
    !errors.some(error => error.entityRef === entityRef)
  );
}
