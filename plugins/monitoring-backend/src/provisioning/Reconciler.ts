import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { randomUUID } from 'node:crypto';
import { MonitoringCatalog } from '../catalog';
import { MonitoringConfig } from '../config';
import { applySteps, Outcome } from './apply';
import { describeRun } from './describeRun';
import { Desired, desiredObjects } from './desired';
import { listTargets } from './listTargets';
import { logRun } from './logRun';
import { plan, planObject, Step } from './plan';
import { recordRun } from './recordRun';
import { ProvisioningStore } from './store';
import { TargetBackoff } from './TargetBackoff';
import { TargetFailure } from './TargetFailure';

/** What a {@link Reconciler} needs. */
export interface ReconcilerOptions {
  config: MonitoringConfig;
  catalog: MonitoringCatalog;
  targets: ProvisioningTarget[];
  store: ProvisioningStore;
  logger: LoggerService;
  auditor?: AuditorService;
  now?: () => Date;
  /** 0..1, for the waits between tries. */
  random?: () => number;
}

/** How a run was started. */
export interface RunOptions {
  trigger: ProvisioningRun['trigger'];
  signal?: AbortSignal;
}

/**
 * Makes the targets hold what the catalog asks for: catalog → desired → actual → plan → apply →
 * store. Runs of one instance follow each other; the scheduler's lock keeps other replicas out.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #now: () => Date;
  readonly #backoff: TargetBackoff;
  #running: Promise<unknown> = Promise.resolve();

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  private constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#backoff = TargetBackoff.create({
      random: options.random ?? Math.random,
    });
  }

  /**
   * One whole run.
   *
   * @throws only when the run is stopped or the database fails; everything else is in the record
   */
  async run(options: RunOptions): Promise<ProvisioningRun> {
    const next = this.#running.then(async () => {
      const run = await this.#reconcile(options);
      await this.#options.store.saveRun(run);
      return run;
    });
    this.#running = next.catch(() => {});
    return next;
  }

  async #reconcile(options: RunOptions): Promise<ProvisioningRun> {
    const { config, store } = this.#options;
    const { signal } = options;
    const startedAt = this.#now();
    const catalog = await this.#options.catalog.readAll({ signal });
    const desired = desiredObjects(catalog.entities, config, {
      complete: catalog.complete,
    });
    const { targets, waiting } = this.#dueTargets();
    const listed = await listTargets(targets, desired.objects, { signal });
    const stored = await store.listObjects();
    const steps = plan(desired, listed.states, stored, {
      ...config.provisioning,
      // What an entity wants is not known when it could not be worked out.
      complete: catalog.complete && desired.errors.length === 0,
      now: this.#now(),
    });
    const unlisted = [...waiting, ...listed.failures];
    const failures = [...unlisted];
    const outcomes = await this.#apply(steps, targets, {
      signal,
      incomplete: desired.incomplete,
      onFailure: failure => failures.push(failure),
    });
    const now = this.#now();
    for (const { id } of targets) {
      const failure = failures.find(({ target }) => target === id);
      this.#backoff.ended(id, now, failure?.message);
    }
    const { saved, removed } = recordRun(
      { outcomes, desired, unlisted, stored },
      { mode: config.provisioning.mode, now },
    );
    await store.removeObjects(removed);
    await store.saveObjects(saved);
    await store.saveReconciled(
      catalog.entities.map(({ monitoring }) => monitoring.spec.entityRef),
      now,
    );
    if (catalog.complete) {
      await store.removeReconciledBefore(now);
    }
    const run = describeRun({
      id: randomUUID(),
      startedAt,
      finishedAt: now,
      trigger: options.trigger,
      complete: catalog.complete,
      outcomes,
      entityErrors: [
        ...desired.errors,
        ...[...desired.incomplete].map(([ref, reason]) => ({
          entityRef: ref,
          message: `${reason}. What ${ref} has is kept; nothing of it is rewritten or deleted until that is mended`,
        })),
      ],
      failures,
    });
    logRun(run, this.#options.logger);
    return run;
  }

  #dueTargets(): {
    targets: ProvisioningTarget[];
    waiting: TargetFailure[];
  } {
    const now = this.#now();
    const targets: ProvisioningTarget[] = [];
    const waiting: TargetFailure[] = [];
    for (const target of this.#options.targets) {
      const message = this.#backoff.waiting(target.id, now);
      if (message === undefined) {
        targets.push(target);
      } else {
        waiting.push({ target: target.id, message });
      }
    }
    return { targets, waiting };
  }

  async #apply(
    steps: Step[],
    targets: ProvisioningTarget[],
    options: {
      signal?: AbortSignal;
      incomplete: Desired['incomplete'];
      onFailure: (failure: TargetFailure) => void;
    },
  ): Promise<Outcome[]> {
    const { config, auditor, logger } = this.#options;
    if (config.provisioning.mode === 'plan') {
      return steps.map(step => ({ step, written: false }));
    }
    return applySteps(steps, targets, {
      ...options,
      auditor,
      onProgress: (done, total) => {
        if (done % 100 === 0) {
          logger.info(`Provisioning: ${done} of ${total} objects written`);
        }
      },
      replan: async (object, target) => {
        const actual = await target.list([object], options);
        return planObject(
          object,
          actual.find(({ uid }) => uid === object.uid),
          {
            onDrift: config.provisioning.onDrift,
            incomplete: options.incomplete.get(object.entityRef),
          },
        );
      },
    });
  }
}
