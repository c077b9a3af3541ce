import {
  ActualObject,
  DesiredObject,
  hashContent,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningStore, StoredObject } from '../store';

/** A desired dashboard; `content` decides its hash. */
export function aDesired(
  uid: string,
  content: Record<string, unknown> = { title: uid },
  more: Partial<DesiredObject> = {},
): DesiredObject {
  return {
    key: `component:default/ingestor|dashboard|${uid}`,
    kind: 'dashboard',
    entityRef: 'component:default/ingestor',
    target: 'memory',
    uid,
    title: uid,
    content,
    hash: hashContent(content),
    ...more,
  };
}

/** What stands there after `object` was written and nobody touched it. */
export function anActual(
  object: DesiredObject,
  more: Partial<ActualObject> = {},
): ActualObject {
  return {
    kind: object.kind,
    uid: object.uid,
    title: object.title,
    owner: { entityRef: object.entityRef, hash: object.hash },
    content: object.content,
    hash: object.hash,
    ...more,
  };
}

/** A target that keeps objects in memory and counts what is asked of it. */
export class MemoryTarget implements ProvisioningTarget {
  readonly title = 'Memory';
  readonly objects = new Map<string, ActualObject>();
  writes = 0;
  commits = 0;
  failWrites?: (uid: string) => string | undefined;
  failList?: string;

  constructor(readonly id: string = 'memory') {}

  async list(): Promise<ActualObject[]> {
    if (this.failList) {
      throw new Error(this.failList);
    }
    return [...this.objects.values()];
  }

  async write(object: DesiredObject): Promise<{ url?: string }> {
    const failure = this.failWrites?.(object.uid);
    if (failure) {
      throw new Error(failure);
    }
    this.writes += 1;
    this.objects.set(object.uid, anActual(object));
    return { url: `https://memory/${object.uid}` };
  }

  async remove(actual: ActualObject): Promise<void> {
    this.writes += 1;
    this.objects.delete(actual.uid);
  }

  async commit(): Promise<void> {
    this.commits += 1;
  }

  /** A person changes an object by hand. */
  edit(uid: string, content: Record<string, unknown>): void {
    const actual = this.objects.get(uid)!;
    this.objects.set(uid, { ...actual, content, hash: hashContent(content) });
  }
}

/** A store in memory. */
export class MemoryStore implements ProvisioningStore {
  readonly objects = new Map<string, StoredObject>();
  readonly runs: ProvisioningRun[] = [];

  async listObjects(filter: { entityRef?: string } = {}) {
    return [...this.objects.values()].filter(
      ({ entityRef }) => !filter.entityRef || entityRef === filter.entityRef,
    );
  }

  async saveObjects(objects: StoredObject[]) {
    objects.forEach(object => this.objects.set(object.key, object));
  }

  async removeObjects(keys: string[]) {
    keys.forEach(key => this.objects.delete(key));
  }

  async saveRun(run: ProvisioningRun) {
    this.runs.push(run);
  }

  async lastRun() {
    return this.runs.at(-1);
  }
}
