import {
  FieldDifference,
  ManagedObject,
  ManagedObjectKind,
  ObjectDecision,
  ProvisioningPause,
  ProvisioningRun,
  ProvisioningStep,
  PruneBrake,
  SharedObject,
} from '../provisioning';

/**
 * How a target stands.
 *
 * @public
 */
export interface ProvisioningTargetStatus {
  /** `grafana:default`. */
  id: string;
  /** For people: `Grafana 'default'`. */
  title: string;
  /** `waiting`: it failed, and is left in peace until `retryAt`. `unknown`: not asked yet. */
  state: 'ok' | 'waiting' | 'unknown';
  /** For people, when it failed. */
  message?: string;
  /** ISO 8601. */
  retryAt?: string;
  /** Objects of ours in it, by the last run. */
  objects: number;
}

/** `GET /v1/provisioning` @public */
export interface ProvisioningOverviewResponse {
  mode: ProvisioningRun['mode'];
  onDrift: 'keep' | 'revert';
  paused?: ProvisioningPause;
  /** The run under way, on whichever replica. */
  running?: ProvisioningRun;
  /** The last run over all that ended. */
  lastRun?: ProvisioningRun;
  /** ISO 8601; absent when it is not known. */
  nextRunAt?: string;
  /** Deletions that wait for a person. */
  brake?: PruneBrake;
  targets: ProvisioningTargetStatus[];
  /** Whether the caller may run, stop, pause and answer the brake. */
  mayManage: boolean;
}

/** Query of `GET /v1/provisioning/runs` @public */
export interface ProvisioningRunListQuery {
  /** Only runs that wrote, failed or wait: most runs do nothing. */
  eventful?: boolean;
  /** 1..100, default 20. */
  limit?: number;
  cursor?: string;
}

/** `GET /v1/provisioning/runs`, newest first @public */
export interface ProvisioningRunListResponse {
  items: ProvisioningRun[];
  totalItems: number;
  /** Opaque; absent on the last page. */
  nextCursor?: string;
}

/** Query of `GET /v1/provisioning/runs/{id}/steps` @public */
export interface ProvisioningStepListQuery {
  outcome?: NonNullable<ProvisioningStep['outcome']>[];
  kind?: ManagedObjectKind[];
  /** Canonical ref. */
  entityRef?: string;
  /** 1..200, default 50. */
  limit?: number;
  cursor?: string;
}

/**
 * `GET /v1/provisioning/runs/{id}/steps`: steps of entities that the caller may see, failed ones
 * first. Steps that found nothing to do are counted in the run and not kept.
 *
 * @public
 */
export interface ProvisioningStepListResponse {
  items: ProvisioningStep[];
  totalItems: number;
  nextCursor?: string;
}

/** `POST /v1/provisioning/runs` and `POST /v1/entities/…/provisioning/apply`, 202 @public */
export interface StartRunResponse {
  /** Of the run; it may wait for the one under way. */
  id: string;
}

/** `POST /v1/provisioning/brake` @public */
export interface AnswerBrakeRequest {
  /** The {@link PruneBrake.digest} that the person saw. */
  digest: string;
  answer: 'delete' | 'keep';
  /** For `delete`: the number of objects, typed by the person. */
  objects?: number;
}

/** `PUT /v1/provisioning/pause` and `PUT /v1/entities/…/provisioning/pause` @public */
export interface PauseRequest {
  /** At most 200 characters. */
  reason?: string;
}

/**
 * `GET /v1/provisioning/shared`: what belongs to no entity. Without the permission to manage, no
 * more than how it stands. `GET …/comparison?key=` and `POST …/decisions` below it are as those of
 * an entity.
 *
 * @public
 */
export interface SharedObjectListResponse {
  items: SharedObject[];
  mayManage: boolean;
}

/** `GET /v1/entities/…/provisioning` @public */
export interface EntityProvisioningResponse {
  objects: ManagedObject[];
  onDrift: 'keep' | 'revert';
  mode: ProvisioningRun['mode'];
  /** The entity is paused, or everything is (`all`). */
  paused?: ProvisioningPause & { scope: 'entity' | 'all' };
  /** ISO 8601; absent when none has looked at the entity yet. */
  lastReconciledAt?: string;
  /** ISO 8601. */
  nextRunAt?: string;
  /** Of this entity alone, while one is under way or waits. */
  running?: ProvisioningRun;
  /** Whether the caller may apply, decide and pause. */
  mayProvision: boolean;
}

/** `GET /v1/entities/…/provisioning/plan` @public */
export interface EntityPlanResponse {
  /** What applying would do now, steps that do nothing included. */
  steps: ProvisioningStep[];
  /** For people: what could not be looked at, and what is left to the run over all. */
  notices: string[];
}

/** `GET /v1/entities/…/provisioning/comparison?key=` @public */
export interface ObjectComparisonResponse {
  key: string;
  /** Of what stands in the target now. */
  theirs: { hash: string; json: string; by?: string; at?: string };
  /** What would be written. */
  ours: { json: string };
  /** All of them, at most 500. */
  differences: FieldDifference[];
}

/** `POST /v1/entities/…/provisioning/decisions`, 202 @public */
export interface DecideRequest {
  key: string;
  decision: ObjectDecision;
  /** {@link ManagedObject.theirs} as the person saw it; 409 when it changed since. */
  theirs: string;
}
