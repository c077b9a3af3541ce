import {
  ManagedObject,
  ObjectDecision,
  ProvisioningPause,
  ProvisioningRun,
  ProvisioningStep,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';

/** A managed object and what the engine remembers of it. */
export interface StoredObject extends Omit<ManagedObject, 'decisions'> {
  entityRef: string;
  /** Of the content that was last written. */
  hash?: string;
  /** Since when nobody asks for it. */
  unwantedSince?: Date;
  /** Of the content whose write failed: another one is tried at once. */
  failedHash?: string;
}

/** What a person decided about one object. */
export interface StoredDecision {
  /** Of the object. */
  key: string;
  decision: ObjectDecision;
  /** Hash of what stood in the target when it was decided; it holds for nothing else. */
  theirs: string;
  /** Hash of what we wanted then. */
  ours: string;
  /** Ref of the user. */
  by: string;
  at: Date;
}

/** What a person said to a brake. */
export interface StoredBrakeAnswer {
  /** Of the set of objects; see `PruneBrake`. */
  digest: string;
  answer: 'delete' | 'keep';
  by: string;
  at: Date;
}

/** Scope of a pause: one entity, or everything. */
export type PauseScope = { entityRef: string } | 'all';

/**
 * What was last applied, and what persons said. It can be lost: the marks in the objects tell
 * whose they are, and the next run fills it again; a decision that is lost is asked again.
 */
export interface ProvisioningStore {
  listObjects(filter?: { entityRef?: string }): Promise<StoredObject[]>;
  saveObjects(objects: StoredObject[]): Promise<void>;
  removeObjects(keys: string[]): Promise<void>;

  /** Creates or replaces the record of a run. */
  saveRun(run: ProvisioningRun): Promise<void>;
  /** Replaces what is kept of a run's steps. */
  saveSteps(runId: string, steps: ProvisioningStep[]): Promise<void>;
  findRun(id: string): Promise<ProvisioningRun | undefined>;
  /** Newest first. */
  listRuns(query: {
    eventful?: boolean;
    limit: number;
    offset: number;
  }): Promise<{ items: ProvisioningRun[]; totalItems: number }>;
  /** Failed ones first, then waiting ones, then the order of the run. */
  listSteps(
    runId: string,
    query: Omit<ProvisioningStepListQuery, 'limit' | 'cursor'>,
  ): Promise<ProvisioningStep[]>;
  /** The last run over all that ended. */
  lastRun(): Promise<ProvisioningRun | undefined>;
  /** Runs whose record says that they are under way, on whichever replica. */
  listRunning(): Promise<ProvisioningRun[]>;
  /** Asks the replica that runs it to stop. */
  requestStop(runId: string): Promise<void>;
  isStopRequested(runId: string): Promise<boolean>;

  /** Remembers when these entities were looked at. */
  saveReconciled(entityRefs: string[], at: Date): Promise<void>;
  /** Forgets the entities that were last looked at before this moment. */
  removeReconciledBefore(at: Date): Promise<void>;
  /** `undefined` when no reconcile has looked at the entity yet. */
  lastReconciledAt(entityRef: string): Promise<Date | undefined>;

  listDecisions(filter?: { key?: string }): Promise<StoredDecision[]>;
  saveDecision(decision: StoredDecision): Promise<void>;
  removeDecisions(keys: string[]): Promise<void>;

  /** By entity ref, and `all`. */
  listPauses(): Promise<Map<string, ProvisioningPause>>;
  savePause(scope: PauseScope, pause: ProvisioningPause): Promise<void>;
  removePause(scope: PauseScope): Promise<void>;

  /** The last one. */
  brakeAnswer(): Promise<StoredBrakeAnswer | undefined>;
  saveBrakeAnswer(answer: StoredBrakeAnswer): Promise<void>;
}
