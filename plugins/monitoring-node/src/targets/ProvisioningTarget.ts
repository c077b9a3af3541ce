import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';

/**
 * An object that should exist.
 *
 * @public
 */
export interface DesiredObject {
  /** Stable key: `entityRef|kind|id`. */
  key: string;
  kind: ManagedObjectKind;
  /** The entity it is made for; the owner of a shared folder is the plugin itself. */
  entityRef: string;
  /** Id of the target that holds it. */
  target: string;
  /** Deterministic, from the key. */
  uid: string;
  title: string;
  /** Name of the entity's environment; absent when it has none. */
  environment?: string;
  /** Uid of the folder of this target that it should lie in; absent: where the target puts it. */
  folder?: string;
  /**
   * The entity that had the object under another name, and is gone from the catalog: its mark is
   * as good as that of `entityRef`.
   */
  formerEntityRef?: string;
  /**
   * JSON in the target's own terms, without owner marks. For a third party's target: a dashboard
   * is Grafana dashboard JSON, v1; rules are `{ groups }` as in a Prometheus rule file.
   */
  content: Record<string, unknown>;
  /** Of `content`; see `hashContent`. */
  hash: string;
}

/**
 * What stands in a target under one of our uids, or carries our mark.
 *
 * @public
 */
export interface ActualObject {
  kind: ManagedObjectKind;
  uid: string;
  title: string;
  /** Where a person sees it. */
  url?: string;
  /** From its owner mark; absent when it is not ours. */
  owner?: {
    entityRef: string;
    /** Hash of the content that we last wrote, as the mark remembers it. */
    hash: string;
  };
  /** Normalised: what the server adds or re-orders is gone, owner marks too. */
  content: Record<string, unknown>;
  /** Hash of `content`. */
  hash: string;
  /** The target's own version, passed back when it is written. */
  version?: unknown;
  /** Why it must not be written although it is ours, in words for people. */
  obstacle?: string;
  /** Uid of the folder that it lies in, a folder's parent: absent where there is none or it is not known. */
  folder?: string;
  /** Where it lies, where that is wanted otherwise: the target moves it with the next write. */
  misplaced?: string;
  /** Whether a person may say that it becomes ours; absent: `write` could not take it over. */
  adoptable?: boolean;
  /** Who edited it last, where the target knows. */
  edited?: { by?: string; /** ISO 8601. */ at?: string };
}

/**
 * A system that Sightline writes to.
 *
 * @remarks
 *
 * The engine compares, decides and records; a target only lists and writes. It must list every
 * object that carries our mark, and whatever stands under a wanted uid, marked or not.
 *
 * @public
 */
export interface ProvisioningTarget {
  /** Unique, for example `grafana:default`; a third party's can be named in `monitoring.provisioning`. */
  readonly id: string;
  /** For people: `Grafana 'default'`. */
  readonly title: string;
  /** Writes of one kind that may be under way at once; absent means one. */
  parallelWrites?(kind: ManagedObjectKind): number;
  /**
   * @param wanted - the objects of this target that should exist
   * @param options - `entityRef`: only what this entity's mark is on and what stands under the
   *   wanted uids has to be found, in few reads however many others there are
   * @throws when the list is not complete; nothing of this target is then written
   */
  list(
    wanted: DesiredObject[],
    options: { signal?: AbortSignal; entityRef?: string },
  ): Promise<ActualObject[]>;
  /**
   * Creates or replaces one object, marked as ours.
   *
   * @param object - what to write
   * @param actual - what `list` said is there; absent when it is to be created
   * @returns where a person sees it, and as `note` what he has to know, such as when it takes effect
   * @throws when it was not written, or changed in the meantime
   */
  write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    options: { signal?: AbortSignal },
  ): Promise<{ url?: string; note?: string }>;
  /** Deletes one object that is ours. */
  remove(
    actual: ActualObject,
    options: { signal?: AbortSignal },
  ): Promise<void>;
  /** Whether an earlier run was stopped after its writes and before `commit`. */
  isUncommitted?(): Promise<boolean>;
  /**
   * Called once after the writes of a run, when there were any or some are uncommitted: a
   * reload, for example.
   *
   * @throws when the writes did not take effect: the target has then restored what was there, or,
   *   when it is not known whether they did, left them and stays uncommitted
   */
  commit?(options: { signal?: AbortSignal }): Promise<void>;
}
