import { FieldDifference, ManagedObjectKind } from './types';

/**
 * What a step does, or decides not to do.
 *
 * `move`: the same object in another folder. `revert`: put back after an edit. `adopt`: take over
 * what is not ours, because a person said so. `wait-to-retry`: it failed, and its next try is not
 * due. The last six write nothing.
 *
 * @public
 */
export type ProvisioningAction =
  | 'create'
  | 'update'
  | 'move'
  | 'revert'
  | 'adopt'
  | 'prune'
  | 'keep-drifted'
  | 'keep-incomplete'
  | 'conflict'
  | 'wait-to-prune'
  | 'wait-to-retry'
  | 'paused'
  | 'disabled'
  | 'nothing';

/**
 * One step of a plan or a run, as the screens show it.
 *
 * @public
 */
export interface ProvisioningStep {
  action: ProvisioningAction;
  /** Absent for an object of ours of which nothing but its mark is known. */
  key?: string;
  /** The entity it is made for; what all entities share belongs to `sightline/…`. */
  entityRef: string;
  kind: ManagedObjectKind;
  /** Id of the target. */
  target: string;
  uid: string;
  title: string;
  environment?: string;
  /** Why, for people. */
  reason?: string;
  /** What would change, at most 20; absent when nothing is compared. */
  differences?: FieldDifference[];
  url?: string;
  /** What came of it; absent in a plan. */
  outcome?: 'done' | 'failed' | 'waiting' | 'kept' | 'unchanged';
  /** Present when it failed. For people, never an upstream body. */
  error?: string;
  /** In milliseconds; present when something was written or tried. */
  duration?: number;
}

/**
 * A part of a run, in the order in which they happen.
 *
 * @public
 */
export type ProvisioningPhaseName =
  | 'plan'
  | 'folders'
  | 'channels'
  | 'dashboards'
  | 'rules'
  | 'delete';

/**
 * How far a part of a run is.
 *
 * @public
 */
export interface ProvisioningPhase {
  name: ProvisioningPhaseName;
  /** Steps that were tried. */
  done: number;
  /** Steps in all; for `plan` the steps that it came to. */
  total: number;
  failed: number;
  /** In milliseconds, until now. */
  duration: number;
}

/**
 * More would be deleted than may go without a person's word.
 *
 * @public
 */
export interface PruneBrake {
  /**
   * Names exactly this set of objects, and since when nobody asks for them: an answer to another
   * set is refused, and one is good for one deletion only.
   */
  digest: string;
  /** Objects that would go. */
  objects: number;
  /** Objects that Sightline has in all. */
  managed: number;
  /** Share that may go in one run, 0..1. */
  maxShare: number;
  /** Objects that would go, by kind. */
  byKind: Partial<Record<ManagedObjectKind, number>>;
  /** Entities whose objects would go: at most 50, most objects first. */
  entities: { entityRef: string; objects: number; unwantedSince: string }[];
  /** Entities in all. */
  entityCount: number;
  /** Since when it waits. ISO 8601. */
  since: string;
  /** What a person said. `keep`: it is not asked again until the set changes. */
  answer?: {
    answer: 'delete' | 'keep';
    /** Ref of the user. */
    by: string;
    /** ISO 8601. */
    at: string;
  };
}

/**
 * What one reconcile did.
 *
 * @public
 */
export interface ProvisioningRun {
  id: string;
  /** `stopped`: by a person or the end of the process; the next run goes on. */
  status: 'running' | 'succeeded' | 'failed' | 'stopped';
  /** ISO 8601. */
  startedAt: string;
  finishedAt?: string;
  trigger: 'schedule' | 'event' | 'manual';
  /** `remove`: everything of ours goes, before Sightline is uninstalled. */
  mode: 'apply' | 'plan' | 'remove';
  /** Ref of the user who started it, when one did. */
  by?: string;
  /** The entity that it was for; absent for a run over all. */
  entityRef?: string;
  /** Entities that ask for something; absent while the catalog is read. */
  entities?: number;
  /** Whether the catalog was read to its end; nothing is deleted when not. */
  complete: boolean;
  counts: Record<
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'drifted'
    | 'conflict'
    | 'failed'
    | 'pruned'
    | 'waiting',
    number
  >;
  phases: ProvisioningPhase[];
  /** Present when it waits for a person. */
  brake?: PruneBrake;
  errors: {
    key?: string;
    entityRef?: string;
    target?: string;
    message: string;
  }[];
}

/**
 * Provisioning that a person paused.
 *
 * @public
 */
export interface ProvisioningPause {
  /** Ref of the user. */
  by: string;
  /** ISO 8601. */
  at: string;
  reason?: string;
}
