import { ConflictError, NotFoundError } from '@backstage/errors';
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
  ProvisioningStep,
  ProvisioningStepListQuery,
  SharedObject,
} from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningService } from '../../provisioning';
import { aDriftedObject, aSharedObject } from './provisioning';

/** What was asked of the fake that changes something. */
export type Asked = { method: string; arguments: unknown[] };

/** A {@link ProvisioningService} in memory, which says what it was asked. */
export class FakeProvisioning implements ProvisioningService {
  /** Newest last. */
  readonly asked: Asked[] = [];
  readonly stepQueries: object[] = [];
  readonly runQueries: ProvisioningRunListQuery[] = [];

  constructor(
    readonly knows: {
      runs: ProvisioningRun[];
      steps?: ProvisioningStep[];
      overview?: Partial<ProvisioningOverviewResponse>;
    },
  ) {}

  async listObjects(): Promise<ManagedObject[]> {
    return [aDriftedObject];
  }

  async lastReconciledAt() {
    return undefined;
  }

  async overview() {
    return {
      mode: 'apply' as const,
      onDrift: 'keep' as const,
      targets: [],
      ...this.knows.overview,
    };
  }

  async listRuns(query: ProvisioningRunListQuery) {
    this.runQueries.push(query);
    return {
      items: this.knows.runs,
      totalItems: this.knows.runs.length,
    };
  }

  async getRun(id: string) {
    const run = this.knows.runs.find(one => one.id === id);
    if (!run) {
      throw new NotFoundError(`No run '${id}'`);
    }
    return run;
  }

  async listSteps(
    _runId: string,
    query: Omit<ProvisioningStepListQuery, 'limit' | 'cursor'>,
  ) {
    this.stepQueries.push(query);
    return this.knows.steps ?? [];
  }

  async startRun(options: { by: string; entityRef?: string }) {
    return this.#ask('startRun', options);
  }

  async stopRun(id: string, options: { by: string }) {
    const run = await this.getRun(id);
    if (run.status !== 'running') {
      throw new ConflictError(`The run '${id}' has ended`);
    }
    this.#ask('stopRun', id, options);
  }

  async answerBrake(answer: AnswerBrakeRequest, options: { by: string }) {
    this.#ask('answerBrake', answer, options);
  }

  async pause(scope: unknown, options: { by: string; reason?: string }) {
    this.#ask('pause', scope, options);
  }

  async resume(scope: unknown, options: { by: string }) {
    this.#ask('resume', scope, options);
  }

  async listShared(): Promise<SharedObject[]> {
    return [aSharedObject];
  }

  async compareShared(key: string): Promise<ObjectComparisonResponse> {
    if (key !== aSharedObject.key) {
      throw new NotFoundError(`Nothing that is shared has the key '${key}'`);
    }
    return this.compare(aSharedObject.entityRef, aDriftedObject.key);
  }

  async decideShared(decision: DecideRequest, options: { by: string }) {
    return this.#ask('decideShared', decision, options);
  }

  async entity(): Promise<Omit<EntityProvisioningResponse, 'mayProvision'>> {
    return { objects: [aDriftedObject], onDrift: 'keep', mode: 'apply' };
  }

  async planEntity(entityRef: string): Promise<EntityPlanResponse> {
    return {
      steps: this.knows.steps ?? [],
      notices: [`Folders are left to the run over all, not to ${entityRef}`],
    };
  }

  async compare(
    entityRef: string,
    key: string,
  ): Promise<ObjectComparisonResponse> {
    if (key !== aDriftedObject.key) {
      throw new NotFoundError(`'${entityRef}' has no object '${key}'`);
    }
    return {
      key,
      theirs: { hash: 'abc', json: '{"title":"Mine"}', by: 'lena' },
      ours: { json: '{"title":"Uploads"}' },
      differences: [{ path: 'title', theirs: '"Mine"', ours: '"Uploads"' }],
    };
  }

  async decide(
    entityRef: string,
    decision: DecideRequest,
    options: { by: string },
  ) {
    if (decision.theirs !== aDriftedObject.theirs?.hash) {
      throw new ConflictError('The dashboard was changed again since');
    }
    return this.#ask('decide', entityRef, decision, options);
  }

  #ask(method: string, ...given: unknown[]) {
    this.asked.push({ method, arguments: given });
    return { id: 'run-2' };
  }
}
