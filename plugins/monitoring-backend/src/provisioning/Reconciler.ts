import {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { setTimeout as wait } from 'node:timers/promises';
import { MonitoringCatalog } from '../catalog';
import { MonitoringConfig } from '../config';
import { describeError } from '../describeError';
import { FiringAlerts } from './FiringAlerts';
import { Planner } from './Planner';
import { ProvisioningMetrics } from './ProvisioningMetrics';
import { describeStop, logRun, newRun, RunRecorder } from './record';
import { RunExecutor } from './RunExecutor';
import { ProvisioningStore } from './store';
import { TargetBackoff } from './TargetBackoff';

/** Name of the lock on the shared SLO rules. */
const SHARED_RULES = 'shared-slo-rules';

/** What a {@link Reconciler} needs. */
export interface ReconcilerOptions {
  config: MonitoringConfig;
  catalog: MonitoringCatalog;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  targets: ProvisioningTarget[];
  store: ProvisioningStore;
  logger: LoggerService;
  auditor?: AuditorService;
  metrics?: ProvisioningMetrics;
  /** Absent: nobody watches alerts. */
  firing?: FiringAlerts;
  now?: () => Date;
  /** 0..1, for the waits between tries. */
  random?: () => number;
  /** In milliseconds: how often a run under way saves its progress; by default 1,000. */
  interval?: number;
}

/** How a run was started. */
export interface RunOptions {
  trigger: ProvisioningRun['trigger'];
  /** Ref of the user who asked for it. */
  by?: string;
  /** Only this entity. */
  entityRef?: string;
  signal?: AbortSignal;
}

/** A run that was begun, or waits for the one under way. */
export interface StartedRun {
  id: string;
  /** @throws when the database fails; everything else is in the record */
  done: Promise<ProvisioningRun>;
}

/**
 * Makes the targets hold what the catalog asks for: catalog → desired → actual → plan → apply →
 * store. Runs of one instance follow each other; the scheduler's lock keeps runs over all on other
 * replicas out, and a run of one entity waits for them.
 */
export class Reconciler {
  /** How targets stand, as this instance knows it. */
  readonly backoff: TargetBackoff;
  /** Plans without a run. */
  readonly planner: Planner;
  readonly #options: ReconcilerOptions;
  readonly #executor: RunExecutor;
  readonly #now: () => Date;
  readonly #interval: number;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  private constructor(options: ReconcilerOptions) {
    const random = options.random ?? Math.random;
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#interval = options.interval ?? 1_000;
    this.backoff = TargetBackoff.create({ random });
    const parts = { ...options, now: this.#now, random, backoff: this.backoff };
    this.planner = Planner.create(parts);
    this.#executor = RunExecutor.create({ ...parts, planner: this.planner });
  }

  /**
   * One whole run, or one of a single entity.
   *
   * @throws only when the database fails; everything else is in the record
   */
  async run(options: RunOptions): Promise<ProvisioningRun> {
    const { done } = await this.start(options);
    return done;
  }

  /** The run that the scheduler starts: the one that a person asked for, or a plain one. */
  async runScheduled(options: {
    signal?: AbortSignal;
  }): Promise<ProvisioningRun> {
    const requested = await this.#options.store.claimRun();
    const { done } = await this.start(
      { trigger: 'schedule', ...options },
      requested,
    );
    return done;
  }

  /**
   * Begins a run and does not wait for its end.
   *
   * @param record - of a run that is known already
   */
  async start(
    { signal, ...facts }: RunOptions,
    record?: ProvisioningRun,
  ): Promise<StartedRun> {
    const { config, logger, store } = this.#options;
    const { mode } = config.provisioning;
    const run = record
      ? { ...record, mode }
      : newRun({ ...facts, mode }, this.#now());
    const recorder = await RunRecorder.start(run, {
      store,
      logger,
      signal: signal
        ? AbortSignal.any([signal, this.#stop.signal])
        : this.#stop.signal,
      now: this.#now,
      interval: this.#interval,
    });
    const done = this.#running.then(() => this.#run(recorder));
    this.#running = done.catch(error =>
      logger.error(
        `The end of provisioning run ${
          run.id
        } could not be recorded: ${describeError(error)}`,
      ),
    );
    return { id: run.id, done };
  }

  /** Stops every run of this instance, and waits until its record says so. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(recorder: RunRecorder): Promise<ProvisioningRun> {
    const { logger, metrics } = this.#options;
    const run = await this.#outcomeOf(recorder);
    metrics?.ended(run);
    logRun(run, logger);
    return run;
  }

  async #outcomeOf(recorder: RunRecorder): Promise<ProvisioningRun> {
    try {
      await this.#waitForOthers(recorder);
      return await recorder.end(await this.#execute(recorder));
    } catch (error) {
      const { stoppedBy, run, signal } = recorder;
      return recorder.end(
        signal.aborted
          ? {
              status: 'stopped',
              errors: [...run.errors, ...describeStop(stoppedBy)],
            }
          : {
              status: 'failed',
              errors: [...run.errors, { message: describeError(error) }],
            },
      );
    }
  }

  /** One at a time, over all replicas: what two have read of the shared rules only one can write. */
  async #execute(recorder: RunRecorder) {
    const { config, store } = this.#options;
    const { mode, slos } = config.provisioning;
    const { run, signal } = recorder;
    if (mode === 'plan' || slos === 'none' || slos === 'grafana') {
      return this.#executor.execute(recorder);
    }
    while (!(await store.lock(SHARED_RULES, run.id))) {
      await wait(this.#interval, undefined, { signal });
    }
    try {
      return await this.#executor.execute(recorder);
    } finally {
      // That of a run that has ended is free, whatever the database says now.
      await store.unlock(SHARED_RULES, run.id).catch(() => {});
    }
  }

  /** A run over all on another replica has read what is wanted before; it would undo this one. */
  async #waitForOthers({ run, signal }: RunRecorder): Promise<void> {
    const { store } = this.#options;
    if (!run.entityRef) {
      await store.endLostRuns();
      return;
    }
    for (;;) {
      signal.throwIfAborted();
      const others = (await store.listRunning()).filter(
        ({ id, entityRef, phases }) =>
          id !== run.id && !entityRef && phases.length > 0,
      );
      if (others.length === 0) {
        return;
      }
      await wait(this.#interval, undefined, { signal });
    }
  }
}
