import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';

/**
 * A desired object with the hash of its content.
 *
 * @param hash - how its target hashes what it reads back
 */
export function desiredObject(
  object: {
    key: string;
    kind: ManagedObjectKind;
    entityRef: string;
    target: string;
    uid: string;
    title: string;
    environment?: string;
    folder?: string;
    formerEntityRef?: string;
    content: Record<string, unknown>;
  },
  hash: (content: Record<string, unknown>) => string = hashContent,
): DesiredObject {
  return { ...object, hash: hash(object.content) };
}
