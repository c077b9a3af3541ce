import { Entity } from '@backstage/catalog-model';
import { OPT_IN_ANNOTATIONS } from './constants';

/**
 * Whether an entity opted in to Sightline.
 *
 * @public
 */
export function isMonitoringAvailable(entity: Entity): boolean {
  return OPT_IN_ANNOTATIONS.some(
    annotation => entity.metadata.annotations?.[annotation] !== undefined,
  );
}
