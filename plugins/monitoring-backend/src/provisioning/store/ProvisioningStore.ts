import {
  ManagedObject,
  ObjectDecision,
  ProvisioningPause,
  ProvisioningRun,
  ProvisioningStep,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';

/** A managed object and what the engine remembers of it. */
export interface StoredObject extends ManagedObject {
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

/** What a decision was about. */
export type DecidedSides = Pick<StoredDecision, 'key' | 'theirs' | 'ours'>;

/** What a person said to a brake. */
export interface StoredBrakeAnswer {
  /** Of the objects, and since when nobody asks for them; see `PruneBrake`. */
  digest: string;
  answer: 'delete' | 'keep';
  by: string;
  at: Date;
}

/** Scope of a pause: one entity, or everything. */
export type PauseScope = { entityRef: string } | 'all';

/** Rows of managed objects. */
export interface ObjectStore {
  listObjects(filter?: { entityRef?: string }): Promise<StoredObject[]>;
  /** How many each target has, by its id. */
  countObjects(): Promise<Map<string, number>>;
  saveObjects(objects: StoredObject[]): Promise<void>;
  removeObjects(keys: string[]): Promise<void>;
}

/**
 * Records of runs: the last hundred, the last hundred that wrote, failed or wait, and the last ones
 * over all. A record that says that its run is under way is a sign of life too; one without it for
 * a while is given back as stopped.
 */
export interface RunStore {
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
  /**
   * The last run over all that ended.
   *
   * @param filter - `planned`: that read the catalog to its end and came to a plan; others know
   *   nothing of what would be deleted
   */
  lastRun(filter?: { planned?: boolean }): Promise<ProvisioningRun | undefined>;
  /** Runs whose record says that they are under way, on whichever replica. */
  listRunning(): Promise<ProvisioningRun[]>;
  /** Writes down that records without a sign of life are of stopped runs. */
  endLostRuns(): Promise<void>;

  /** Asks for a run over all, which any replica may begin; it waits for that as long as it takes. */
  requestRun(run: ProvisioningRun): Promise<void>;
  /** Takes the oldest run that was asked for, unless another replica was faster. */
  claimRun(): Promise<ProvisioningRun | undefined>;
  /** Takes back what none has begun. */
  withdrawRun(id: string): Promise<void>;

  /** Asks the replica that runs it to stop; a run that none has begun has ended then. */
  requestStop(runId: string, by: string): Promise<void>;
  /** Ref of the user who asked for it; `undefined` when none did. */
  stopRequestedBy(runId: string): Promise<string | undefined>;
}

/** When a reconcile last looked at an entity. */
export interface ReconciledStore {
  /**
   * Remembers when these entities were looked at.
   *
   * @param options - `all`: these are all there are, and others are forgotten
   */
  saveReconciled(
    entityRefs: string[],
    at: Date,
    options?: { all?: boolean },
  ): Promise<void>;
  /** `undefined` when no reconcile has looked at the entity yet. */
  lastReconciledAt(entityRef: string): Promise<Date | undefined>;
}

/** What persons said. */
export interface AnswerStore {
  listDecisions(filter?: { key?: string }): Promise<StoredDecision[]>;
  saveDecision(decision: StoredDecision): Promise<void>;
  /** One that was made since about other sides of the same object stays. */
  removeDecisions(decisions: DecidedSides[]): Promise<void>;

  /** By entity ref, and `all`. */
  listPauses(): Promise<Map<string, ProvisioningPause>>;
  savePause(scope: PauseScope, pause: ProvisioningPause): Promise<void>;
  removePause(scope: PauseScope): Promise<void>;

  /** The last one. */
  brakeAnswer(): Promise<StoredBrakeAnswer | undefined>;
  saveBrakeAnswer(answer: StoredBrakeAnswer): Promise<void>;
}

/** What an entity gave to the shared SLO rules of a target. */
export interface StoredPart {
  target: string;
  /** Unique in the target. */
  key: string;
  entityRef: string;
  /** Of its content. */
  hash: string;
}

/** A part and its content, which is JSON. */
export interface StoredPartContent extends StoredPart {
  content: Record<string, unknown>;
}

/**
 * What entities gave to shared SLO rules, as last applied: of one that is paused or cannot be worked
 * out nobody else knows it.
 */
export interface PartStore {
  /** Without contents. */
  listParts(filter?: { entityRefs?: string[] }): Promise<StoredPart[]>;
  /** Contents by key; a part that is gone has none. */
  readParts(
    target: string,
    keys: string[],
  ): Promise<Map<string, Record<string, unknown>>>;
  /** How many entities gave something, by target. */
  countParts(): Promise<Map<string, number>>;
  saveParts(parts: StoredPartContent[]): Promise<void>;
  removeParts(parts: Pick<StoredPart, 'target' | 'key'>[]): Promise<void>;
}

/** What only one run at a time may have, on whichever replica. */
export interface LockStore {
  /**
   * Takes the lock when it is free, or its run gives no sign of life any more.
   *
   * @returns whether the run has it now
   */
  lock(name: string, runId: string): Promise<boolean>;
  unlock(name: string, runId: string): Promise<void>;
}

/**
 * What was last applied, and what persons said. It can be lost: the marks in the objects tell
 * whose they are, and the next run fills it again; a decision that is lost is asked again.
 */
export interface ProvisioningStore
  extends ObjectStore,
    RunStore,
    ReconciledStore,
    PartStore,
    LockStore,
    AnswerStore {}
