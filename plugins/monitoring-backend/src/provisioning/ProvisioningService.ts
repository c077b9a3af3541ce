import {
  AnswerBrakeRequest,
  DecideRequest,
  EntityPlanResponse,
  EntityProvisioningResponse,
  ManagedObject,
  ObjectComparisonResponse,
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningRunListQuery,
  ProvisioningRunListResponse,
  ProvisioningStep,
  ProvisioningStepListQuery,
  SharedObject,
  StartRunResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { PauseScope } from './store';

/** Who does it, as a user ref: runs, decisions and answers are recorded with it. */
export interface By {
  by: string;
}

/**
 * What the screens may know of provisioning and ask of it. Whether the caller may is the routes'
 * question, not ours.
 */
export interface ProvisioningService {
  /** Objects of one entity, as the last run left them. */
  listObjects(entityRef: string): Promise<ManagedObject[]>;
  /** ISO 8601; `undefined` when no reconcile has looked at the entity yet. */
  lastReconciledAt(entityRef: string): Promise<string | undefined>;

  overview(): Promise<Omit<ProvisioningOverviewResponse, 'mayManage'>>;
  listRuns(
    query: ProvisioningRunListQuery,
  ): Promise<ProvisioningRunListResponse>;
  /** @throws `NotFoundError` */
  getRun(id: string): Promise<ProvisioningRun>;
  /** All that match, in the order of the answer; the route filters and pages. */
  listSteps(
    runId: string,
    query: Omit<ProvisioningStepListQuery, 'limit' | 'cursor'>,
  ): Promise<ProvisioningStep[]>;

  /** Starts a run over all, or of one entity, and does not wait for its end. */
  startRun(options: By & { entityRef?: string }): Promise<StartRunResponse>;
  /** @throws `NotFoundError`; `ConflictError` when it has ended */
  stopRun(id: string, options: By): Promise<void>;
  /** @throws `ConflictError` when the set of objects is another one by now */
  answerBrake(answer: AnswerBrakeRequest, options: By): Promise<void>;
  /** Also stops runs under way: all of them, or those of the entity alone. */
  pause(scope: PauseScope, options: By & { reason?: string }): Promise<void>;
  resume(scope: PauseScope, options: By): Promise<void>;

  /** What belongs to no entity: folders, shared SLO rules, Alertmanager's configuration and the like. */
  listShared(): Promise<SharedObject[]>;
  /** @throws `NotFoundError` when nothing shared has this key, or it stands nowhere */
  compareShared(key: string): Promise<ObjectComparisonResponse>;
  /**
   * Remembers the decision and starts a run over all.
   *
   * @throws `NotFoundError`; `ConflictError` when what stands there is not what the person saw
   */
  decideShared(decision: DecideRequest, options: By): Promise<StartRunResponse>;

  entity(
    entityRef: string,
  ): Promise<Omit<EntityProvisioningResponse, 'mayProvision'>>;
  /** What a run of this entity would do now; reads the targets and writes nothing. */
  planEntity(entityRef: string): Promise<EntityPlanResponse>;
  /** @throws `NotFoundError` when the entity has no such object, or it stands nowhere */
  compare(entityRef: string, key: string): Promise<ObjectComparisonResponse>;
  /**
   * Remembers the decision and starts a run of the entity.
   *
   * @throws `ConflictError` when what stands there is not what the person saw
   */
  decide(
    entityRef: string,
    decision: DecideRequest,
    options: By,
  ): Promise<StartRunResponse>;
}
