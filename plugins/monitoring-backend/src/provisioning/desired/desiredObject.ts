import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';

/** What identifies a desired object, and how its content is worked out. */
export interface DesiredObjectOptions {
  key: string;
  kind: ManagedObjectKind;
  entityRef: string;
  target: string;
  uid: string;
  title: string;
  environment?: string;
  folder?: string;
  formerEntityRef?: string;
  /** Pure. */
  content: () => Record<string, unknown>;
}

/**
 * A desired object with the hash of its content. The content itself is worked out anew whenever it
 * is read, which is when something is written or shown: kept, that of thousands would fill memory.
 *
 * @param hash - how its target hashes what it reads back
 */
export function desiredObject(
  { content, ...object }: DesiredObjectOptions,
  hash: (content: Record<string, unknown>) => string = hashContent,
): DesiredObject {
  return {
    ...object,
    get content() {
      return content();
    },
    hash: hash(content()),
  };
}
