import {
  ManagedObject,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';

/** A managed object and what the engine remembers of it. */
export interface StoredObject extends ManagedObject {
  entityRef: string;
  /** Of the content that was last written. */
  hash?: string;
  /** Since when nobody asks for it. */
  unwantedSince?: Date;
}

/**
 * What was last applied. It can be lost: the marks in the objects tell whose they are, and the
 * next run fills it again.
 */
export interface ProvisioningStore {
  listObjects(filter?: { entityRef?: string }): Promise<StoredObject[]>;
  saveObjects(objects: StoredObject[]): Promise<void>;
  removeObjects(keys: string[]): Promise<void>;
  saveRun(run: ProvisioningRun): Promise<void>;
  lastRun(): Promise<ProvisioningRun | undefined>;
  /** Remembers when these entities were looked at. */
  saveReconciled(entityRefs: string[], at: Date): Promise<void>;
  /** Forgets the entities that were last looked at before this moment. */
  removeReconciledBefore(at: Date): Promise<void>;
  /** `undefined` when no reconcile has looked at the entity yet. */
  lastReconciledAt(entityRef: string): Promise<Date | undefined>;
}
