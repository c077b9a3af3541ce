import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { randomUUID } from 'node:crypto';
import { MonitoringCatalog } from '../catalog';
import { MonitoringConfig } from '../config';
import { applySteps, Outcome } from './apply';
import { countOutcomes } from './countOutcomes';
import { Desired, desiredObjects } from './desired';
import { listTargets, TargetFailure } from './listTargets';
import { plan, Step } from './plan';
import { recordOutcome } from './recordOutcome';
import { recordPlanned } from './recordPlanned';
import { ProvisioningStore, StoredObject } from './store';

/** What a {@link Reconciler} needs. */
export interface ReconcilerOptions {
  config: MonitoringConfig;
  catalog: MonitoringCatalog;
  /** Asked at each run, because modules add targets while the plugin starts. */
  targets: () => ProvisioningTarget[];
  store: ProvisioningStore;
  logger: LoggerService;
  auditor?: AuditorService;
  now?: () => Date;
}

/**
 * Makes the targets hold what the catalog asks for: catalog → desired → actual → plan → apply →
 * store. Runs of one instance follow each other; the scheduler's lock keeps other replicas out.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #now: () => Date;
  #running: Promise<unknown> = Promise.resolve();

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  private constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * One whole run.
   *
   * @throws only when the run is stopped or the database fails; everything else is in the record
   */
  async run(options: {
    trigger: ProvisioningRun['trigger'];
    signal?: AbortSignal;
  }): Promise<ProvisioningRun> {
    const next = this.#running.then(() => this.#run(options));
    this.#running = next.catch(() => {});
    return next;
  }

  async #run(options: {
    trigger: ProvisioningRun['trigger'];
    signal?: AbortSignal;
  }): Promise<ProvisioningRun> {
    const { config, catalog, store } = this.#options;
    const { signal } = options;
    const startedAt = this.#now().toISOString();
    const targets = this.#options.targets();
    const { entities, complete } = await catalog.readAll({ signal });
    const desired = desiredObjects(entities, config);
    const stored = await store.listObjects();
    const { states, failures } = await listTargets(targets, desired.objects, {
      signal,
    });
    const steps = plan(desired, states, stored, {
      ...config.provisioning,
      complete,
      now: this.#now(),
    });
    const outcomes = await this.#apply(steps, targets, signal);
    await this.#remember(outcomes, desired, failures, stored);
    const run: ProvisioningRun = {
      id: randomUUID(),
      startedAt,
      finishedAt: this.#now().toISOString(),
      trigger: options.trigger,
      counts: countOutcomes(outcomes),
      errors: [
        ...(complete
          ? []
          : [
              {
                message:
                  'The catalog could not be read whole; nothing was deleted',
              },
            ]),
        ...failures,
        ...outcomes.flatMap(({ step, error }) =>
          error && 'object' in step
            ? [
                {
                  key: step.object.key,
                  entityRef: step.object.entityRef,
                  target: step.object.target,
                  message: error,
                },
              ]
            : [],
        ),
      ],
    };
    await store.saveRun(run);
    this.#log(run);
    return run;
  }

  async #apply(
    steps: Step[],
    targets: ProvisioningTarget[],
    signal?: AbortSignal,
  ): Promise<Outcome[]> {
    return this.#options.config.provisioning.mode === 'plan'
      ? steps.map(step => ({ step, written: false }))
      : applySteps(steps, targets, {
          signal,
          auditor: this.#options.auditor,
        });
  }

  async #remember(
    outcomes: Outcome[],
    desired: Desired,
    failures: TargetFailure[],
    stored: StoredObject[],
  ): Promise<void> {
    const { store, config } = this.#options;
    const now = this.#now();
    const record =
      config.provisioning.mode === 'plan' ? recordPlanned : recordOutcome;
    const before = new Map(stored.map(entry => [entry.key, entry]));
    const saved: StoredObject[] = [];
    const removed: string[] = [];
    for (const outcome of outcomes) {
      const { step } = outcome;
      const key = 'object' in step ? step.object.key : step.stored?.key;
      const entry = record(outcome, key ? before.get(key) : undefined, now);
      if (entry) {
        saved.push(entry);
      } else if (key) {
        removed.push(key);
      }
    }
    for (const { target, message } of failures) {
      saved.push(
        ...desired.objects
          .filter(object => object.target === target)
          .map(({ content, ...object }) => ({
            ...before.get(object.key),
            ...object,
            hash: before.get(object.key)?.hash,
            state: 'failed' as const,
            reason: message,
          })),
      );
    }
    // An object that is wanted under a new key and waits to go under the old one is one row.
    const kept = new Set(saved.map(({ key }) => key));
    await store.removeObjects(removed.filter(key => !kept.has(key)));
    await store.saveObjects([
      ...new Map(saved.map(entry => [entry.key, entry])).values(),
    ]);
  }

  #log(run: ProvisioningRun): void {
    const { counts, errors } = run;
    const text = Object.entries(counts)
      .filter(([name, count]) => count > 0 && name !== 'unchanged')
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
    if (errors.length > 0) {
      this.#options.logger.warn(
        `Provisioning run ended with ${errors.length} errors, first: ${errors[0].message}`,
      );
    } else if (text) {
      this.#options.logger.info(`Provisioning run: ${text}`);
    }
  }
}
