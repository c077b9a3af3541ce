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
  | 'alertmanager-config';

/**
 * How a managed object stands.
 *
 * `conflict`: something that is not ours is in the way. `drifted`: a person changed it, we keep it.
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
  | 'disabled';

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
  state: ManagedObjectState;
  /** Why, when the state is not `in-sync`, and what to do. */
  reason?: string;
  /** Where a person can see it. */
  url?: string;
  /** ISO 8601. */
  lastAppliedAt?: string;
  /** Present when drifted; at most 20. */
  differences?: FieldDifference[];
}

/**
 * What one reconcile did.
 *
 * @public
 */
export interface ProvisioningRun {
  id: string;
  /** ISO 8601. */
  startedAt: string;
  finishedAt?: string;
  trigger: 'schedule' | 'event' | 'manual';
  counts: Record<
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'drifted'
    | 'conflict'
    | 'failed'
    | 'pruned',
    number
  >;
  errors: {
    key?: string;
    entityRef?: string;
    target?: string;
    message: string;
  }[];
}
