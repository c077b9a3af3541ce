import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  AnswerBrakeRequest,
  DecideRequest,
  ManagedObject,
  ProvisioningRunListQuery,
  ProvisioningStepListQuery,
  SharedObject,
  StartRunResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { ProvisioningConfig } from '../../config';
import { SHARED_SLOS_OWNER } from '../../targets';
import { isSharedOwner } from '../isSharedOwner';
import { By, ProvisioningService } from '../ProvisioningService';
import { Reconciler } from '../Reconciler';
import { PauseScope, ProvisioningStore } from '../store';
import { EntityProvisioning } from './EntityProvisioning';
import { RunReader } from './RunReader';
import { RunStarter } from './RunStarter';
import { showShared } from './showShared';
import { toManagedObject } from './toManagedObject';

/** @throws `NotFoundError` when an object belongs to an entity */
function ownerOfShared(key: string): string {
  const [owner] = key.split('|');
  if (!isSharedOwner(owner)) {
    throw new NotFoundError(`Nothing that is shared has the key '${key}'`);
  }
  return owner;
}

/** What a {@link DefaultProvisioningService} needs. */
export interface DefaultProvisioningServiceOptions {
  config: ProvisioningConfig;
  reconciler: Reconciler;
  /** Starts runs over all. */
  starter: RunStarter;
  targets: ProvisioningTarget[];
  store: ProvisioningStore;
  now?: () => Date;
}

/** {@link ProvisioningService} on the store and the reconciler. */
export class DefaultProvisioningService implements ProvisioningService {
  readonly #reconciler: Reconciler;
  readonly #starter: RunStarter;
  readonly #store: ProvisioningStore;
  readonly #config: ProvisioningConfig;
  readonly #runs: RunReader;
  readonly #entities: EntityProvisioning;
  readonly #now: () => Date;

  static create(
    options: DefaultProvisioningServiceOptions,
  ): DefaultProvisioningService {
    return new DefaultProvisioningService(options);
  }

  private constructor(options: DefaultProvisioningServiceOptions) {
    const { config, reconciler, store, targets } = options;
    this.#now = options.now ?? (() => new Date());
    this.#config = config;
    this.#reconciler = reconciler;
    this.#starter = options.starter;
    this.#store = store;
    this.#runs = RunReader.create({
      config,
      store,
      targets,
      backoff: reconciler.backoff,
      now: this.#now,
    });
    this.#entities = EntityProvisioning.create({
      planner: reconciler.planner,
      store,
      mode: config.mode,
      now: this.#now,
    });
  }

  async listObjects(entityRef: string): Promise<ManagedObject[]> {
    const objects = await this.#store.listObjects({ entityRef });
    return showShared(objects, this.#store);
  }

  async lastReconciledAt(entityRef: string) {
    return (await this.#store.lastReconciledAt(entityRef))?.toISOString();
  }

  overview() {
    return this.#runs.overview();
  }

  listRuns(query: ProvisioningRunListQuery) {
    return this.#runs.listRuns(query);
  }

  getRun(id: string) {
    return this.#runs.run(id);
  }

  async listSteps(
    runId: string,
    query: Omit<ProvisioningStepListQuery, 'limit' | 'cursor'>,
  ) {
    await this.#runs.run(runId);
    return this.#store.listSteps(runId, query);
  }

  async startRun({
    by,
    entityRef,
  }: By & { entityRef?: string }): Promise<StartRunResponse> {
    if (!entityRef) {
      return { id: await this.#starter.start(by) };
    }
    const { id, done } = await this.#reconciler.start({
      trigger: 'manual',
      by,
      entityRef,
    });
    // Its record says how it ended, and the log when that could not be recorded.
    done.catch(() => {});
    return { id };
  }

  async stopRun(id: string, { by }: By): Promise<void> {
    const { status } = await this.#runs.run(id);
    if (status !== 'running') {
      throw new ConflictError(`The run has ended already: ${status}`);
    }
    await this.#store.requestStop(id, by);
  }

  async answerBrake(
    { answer, digest, objects }: AnswerBrakeRequest,
    { by }: By,
  ): Promise<void> {
    const brake = await this.#runs.brake();
    if (brake?.digest !== digest) {
      throw new ConflictError(
        brake
          ? 'Other objects wait to be deleted by now; look at them and answer then'
          : 'Nothing waits to be deleted any more',
      );
    }
    if (answer === 'delete' && objects !== brake.objects) {
      throw new InputError(
        `${brake.objects} objects would be deleted; type this number to confirm it`,
      );
    }
    await this.#store.saveBrakeAnswer({ digest, answer, by, at: this.#now() });
    if (answer === 'delete') {
      await this.#starter.start(by);
    }
  }

  async pause(
    scope: PauseScope,
    { by, reason }: By & { reason?: string },
  ): Promise<void> {
    await this.#store.savePause(scope, {
      by,
      at: this.#now().toISOString(),
      ...(reason ? { reason } : {}),
    });
    // They have their plan already. Of a run over all, one entity is no reason to stop it.
    const running = await this.#store.listRunning();
    await Promise.all(
      running
        .filter(
          ({ entityRef }) => scope === 'all' || entityRef === scope.entityRef,
        )
        .map(({ id }) => this.#store.requestStop(id, by)),
    );
  }

  async resume(scope: PauseScope): Promise<void> {
    await this.#store.removePause(scope);
  }

  async entity(entityRef: string) {
    const [objects, pauses, lastReconciledAt, nextRunAt, running] =
      await Promise.all([
        this.listObjects(entityRef),
        this.#store.listPauses(),
        this.lastReconciledAt(entityRef),
        this.#runs.nextRunAt(),
        this.#store.listRunning(),
      ]);
    const [all, own] = [pauses.get('all'), pauses.get(entityRef)];
    return {
      objects,
      onDrift: this.#config.onDrift,
      mode: this.#config.mode,
      ...(all ? { paused: { ...all, scope: 'all' as const } } : {}),
      ...(own && !all ? { paused: { ...own, scope: 'entity' as const } } : {}),
      lastReconciledAt,
      nextRunAt,
      running: running.find(run => run.entityRef === entityRef),
    };
  }

  async listShared(): Promise<SharedObject[]> {
    const [objects, services] = await Promise.all([
      this.#store.listObjects(),
      this.#store.countParts(),
    ]);
    return objects
      .filter(({ entityRef }) => isSharedOwner(entityRef))
      .map(object => ({
        ...toManagedObject(object),
        ...(object.entityRef === SHARED_SLOS_OWNER
          ? { shared: { services: services.get(object.target) ?? 0 } }
          : {}),
        entityRef: object.entityRef,
      }));
  }

  async compareShared(key: string) {
    return this.#entities.compare(ownerOfShared(key), key);
  }

  async decideShared(
    decision: DecideRequest,
    { by }: By,
  ): Promise<StartRunResponse> {
    await this.#entities.decide(ownerOfShared(decision.key), decision, by);
    return this.startRun({ by });
  }

  planEntity(entityRef: string) {
    return this.#entities.plan(entityRef);
  }

  compare(entityRef: string, key: string) {
    return this.#entities.compare(entityRef, key);
  }

  async decide(
    entityRef: string,
    decision: DecideRequest,
    { by }: By,
  ): Promise<StartRunResponse> {
    await this.#entities.decide(entityRef, decision, by);
    return this.startRun({ by, entityRef });
  }
}
