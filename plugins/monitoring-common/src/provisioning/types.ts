/**
 * Kinds of things that Sightline writes and owns.
 *
 * @public
 */
export type ManagedObjectKind =
  | 'folder'
  | 'dashboard'
  | 'alert-rule-group'
  | 'slo-rule-group'
  | 'contact-point'
  | 'mute-timing'
  | 'alertmanager-config';

/**
 * How a managed object stands.
 *
 * `conflict`: something that is not ours is in the way. `drifted`: a person changed it, we keep it.
 * `paused`: a person paused the entity or everything; nothing of it is written or deleted.
 *
 * @public
 */
export type ManagedObjectState =
  | 'in-sync'
  | 'missing'
  | 'pending'
  | 'drifted'
  | 'conflict'
  | 'failed'
  | 'paused'
  | 'disabled';

/**
 * What a person can decide about one object. `take-ours`: put back what the pack says.
 * `keep-theirs`: leave the edit, and stop asking until either side changes. `adopt`: take over an
 * object that is not ours; its content is replaced by the pack's.
 *
 * @public
 */
export type ObjectDecision = 'take-ours' | 'keep-theirs' | 'adopt';

/**
 * One difference between what a person wrote and what we would write.
 *
 * @public
 */
export interface FieldDifference {
  /** Where, for people: `panels[2].title`. */
  path: string;
  /** What stands in the target; absent when it is not there. At most 500 characters of JSON. */
  theirs?: string;
  /** What the pack says; absent when the pack has nothing there. At most 500 characters of JSON. */
  ours?: string;
}

/**
 * A provisioned object, as the entity page shows it.
 *
 * @public
 */
export interface ManagedObject {
  /** `entityRef|kind|pack or SLO id`, stable. */
  key: string;
  kind: ManagedObjectKind;
  /** Id of the target, `grafana:default` or `rule-files:default`. */
  target: string;
  /** In the target: a dashboard uid, a group name. */
  uid: string;
  title: string;
  /** Name of the entity's environment it is made for; absent when the entity has none. */
  environment?: string;
  state: ManagedObjectState;
  /** Why, when the state is not `in-sync`, and what to do. */
  reason?: string;
  /** Where a person can see it. */
  url?: string;
  /** ISO 8601. */
  lastAppliedAt?: string;
  /** Present when drifted or in conflict; at most 20. */
  differences?: FieldDifference[];
  /**
   * What stands in the target now, where it is not ours or was edited. `hash` has to be sent back
   * with a decision, so that nobody decides on something that he has not seen.
   */
  theirs?: {
    hash: string;
    /** Who edited it last, as the target names him. */
    by?: string;
    /** ISO 8601. */
    at?: string;
  };
  /** What a person can decide about it now; absent when there is nothing to decide. */
  decisions?: ObjectDecision[];
  /** What a person decided, while it holds. */
  decided?: {
    decision: ObjectDecision;
    /** Ref of the user. */
    by: string;
    /** ISO 8601. */
    at: string;
  };
  /** When it failed: how often in a row, and when it is tried again. ISO 8601. */
  retry?: { failures: number; at: string };
  /** Present when it is a part of rules that several services share, and how many do. */
  shared?: { services: number };
}

/**
 * A provisioned object that belongs to no entity.
 *
 * @public
 */
export interface SharedObject extends ManagedObject {
  /** `sightline/…`, which is no entity. */
  entityRef: string;
}
