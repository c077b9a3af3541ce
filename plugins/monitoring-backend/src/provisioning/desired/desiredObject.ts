import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';

/** A desired object with the hash of its content. */
export function desiredObject(object: {
  key: string;
  kind: ManagedObjectKind;
  entityRef: string;
  target: string;
  uid: string;
  title: string;
  content: Record<string, unknown>;
}): DesiredObject {
  return { ...object, hash: hashContent(object.content) };
}
