import { ManagedObject } from '@sightline/backstage-plugin-monitoring-common';
import { StoredObject } from '../store';

/** A managed object without what only the engine needs to know. */
export function toManagedObject({
  entityRef,
  hash,
  failedHash,
  unwantedSince,
  ...object
}: StoredObject): ManagedObject {
  return object;
}
