import {
  AnswerBrakeRequest,
  DecideRequest,
  EntityPlanResponse,
  EntityProvisioningResponse,
  ObjectComparisonResponse,
  PauseRequest,
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningRunListQuery,
  ProvisioningRunListResponse,
  ProvisioningStepListQuery,
  ProvisioningStepListResponse,
  SharedObjectListResponse,
  StartRunResponse,
} from '@sightline/backstage-plugin-monitoring-common';

/**
 * What the screens ask of provisioning. Runs go on after their start has been answered.
 *
 * @public
 */
export interface ProvisioningApi {
  /** How provisioning stands: what runs, what waits for a person, and the targets. */
  getProvisioning(): Promise<ProvisioningOverviewResponse>;
  /** Runs, newest first. */
  listProvisioningRuns(
    query?: ProvisioningRunListQuery,
  ): Promise<ProvisioningRunListResponse>;
  getProvisioningRun(id: string): Promise<ProvisioningRun>;
  /** Steps of a run that did, kept or failed something, failed ones first. */
  listProvisioningSteps(
    runId: string,
    query?: ProvisioningStepListQuery,
  ): Promise<ProvisioningStepListResponse>;
  /** Starts a run over all entities. */
  startProvisioningRun(): Promise<StartRunResponse>;
  /** Rejects with 409 when the run has ended. */
  stopProvisioningRun(id: string): Promise<void>;
  /** Rejects with 409 when the set of objects is another one by now. */
  answerBrake(answer: AnswerBrakeRequest): Promise<void>;
  /** Pauses one entity; without one, everything. */
  pauseProvisioning(request: PauseRequest, entityRef?: string): Promise<void>;
  /** Ends the pause of one entity; without one, that of everything. */
  resumeProvisioning(entityRef?: string): Promise<void>;

  /** What belongs to no entity: shared SLO rules, folders, contact points and the like. */
  listSharedObjects(): Promise<SharedObjectListResponse>;
  /** Both sides of one of them, in full. */
  compareSharedObject(key: string): Promise<ObjectComparisonResponse>;
  /** Keeps the decision and starts a run over all entities; 409 when `theirs` changed since. */
  decideSharedObject(decision: DecideRequest): Promise<StartRunResponse>;

  /** What is provisioned for the entity, and what a person can decide about it. */
  getEntityProvisioning(entityRef: string): Promise<EntityProvisioningResponse>;
  /** What applying would do now. Nothing is written. */
  planEntity(entityRef: string): Promise<EntityPlanResponse>;
  /** Both sides of one object, in full. */
  compareObject(
    entityRef: string,
    key: string,
  ): Promise<ObjectComparisonResponse>;
  /** Starts a run of the entity alone. */
  applyEntity(entityRef: string): Promise<StartRunResponse>;
  /** Keeps the decision and starts a run of the entity; 409 when `theirs` changed since. */
  decideObject(
    entityRef: string,
    decision: DecideRequest,
  ): Promise<StartRunResponse>;
}
