import { ConflictError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  hashContent,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';

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
  failCommit?: string;
  uncommitted = false;
  lists = 0;
  /** Called before each write; may throw. */
  onWrite?: (object: DesiredObject) => unknown;

  constructor(readonly id: string = 'memory') {}

  async list(): Promise<ActualObject[]> {
    this.lists += 1;
    if (this.failList) {
      throw new Error(this.failList);
    }
    return [...this.objects.values()].map(object => ({
      ...object,
      ...this.#placeOf(object),
    }));
  }

  async write(object: DesiredObject): Promise<{ url?: string }> {
    await this.onWrite?.(object);
    const failure = this.failWrites?.(object.uid);
    if (failure) {
      throw new Error(failure);
    }
    this.writes += 1;
    this.objects.set(object.uid, anActual(object));
    return { url: `https://memory/${object.uid}` };
  }

  async remove(actual: ActualObject): Promise<void> {
    const failure = this.failWrites?.(actual.uid);
    if (failure) {
      throw new Error(failure);
    }
    if (actual.kind === 'folder' && this.objects.size > 1) {
      throw new ConflictError('The folder is not empty');
    }
    this.writes += 1;
    this.objects.delete(actual.uid);
  }

  async isUncommitted(): Promise<boolean> {
    return this.uncommitted;
  }

  async commit(): Promise<void> {
    if (this.failCommit) {
      throw new Error(this.failCommit);
    }
    this.uncommitted = false;
    this.commits += 1;
  }

  /** All that is there lies in the one folder that is there. */
  #placeOf({ kind }: ActualObject): { folder?: string } {
    const folder = [...this.objects.values()].find(
      object => object.kind === 'folder',
    );
    return folder && kind !== 'folder' ? { folder: folder.uid } : {};
  }

  /** Somebody puts something there. */
  put(object: DesiredObject, more: Partial<ActualObject> = {}): void {
    this.objects.set(object.uid, anActual(object, more));
  }

  /** A person changes an object by hand. */
  edit(uid: string, content: Record<string, unknown>): void {
    const actual = this.objects.get(uid)!;
    this.objects.set(uid, { ...actual, content, hash: hashContent(content) });
  }
}

export { MemoryStore } from './MemoryStore';
