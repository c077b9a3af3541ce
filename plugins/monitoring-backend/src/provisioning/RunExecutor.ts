import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig } from '../config';
import { applySteps, isWriting, Outcome, phaseOf } from './apply';
import { FiringAlerts } from './FiringAlerts';
import { Planned, Planner } from './Planner';
import { ProvisioningMetrics } from './ProvisioningMetrics';
import {
  countOutcomes,
  describeErrors,
  describeSteps,
  describeStop,
  recordRun,
  RunRecorder,
} from './record';
import { rememberParts } from './rememberParts';
import { DecidedSides, ProvisioningStore } from './store';
import { TargetBackoff } from './TargetBackoff';
import { TargetFailure } from './TargetFailure';

/** Passes of a removal: what depends on something else goes before it. */
const MOST_PASSES = 10;

/** What a {@link RunExecutor} needs. */
export interface RunExecutorOptions {
  config: MonitoringConfig;
  planner: Planner;
  store: ProvisioningStore;
  backoff: TargetBackoff;
  logger: LoggerService;
  auditor?: AuditorService;
  metrics?: ProvisioningMetrics;
  firing?: FiringAlerts;
  now: () => Date;
  random: () => number;
}

interface Applied {
  outcomes: Outcome[];
  /** Of targets, those that could not be listed included. */
  failures: TargetFailure[];
}

interface Pass extends Applied {
  planned: Planned;
}

type Ended = Partial<ProvisioningRun> & Pick<ProvisioningRun, 'status'>;

/** What persons decided is done: the same edit, made once more, is another one. */
function doneDecisions(outcomes: Outcome[]): DecidedSides[] {
  return outcomes.flatMap(({ step, written }) =>
    written && (step.action === 'revert' || step.action === 'adopt')
      ? [
          {
            key: step.object.key,
            theirs: step.actual.hash,
            ours: step.object.hash,
          },
        ]
      : [],
  );
}

/** Does one run: plans, applies, and remembers what came of it. */
export class RunExecutor {
  readonly #options: RunExecutorOptions;

  static create(options: RunExecutorOptions): RunExecutor {
    return new RunExecutor(options);
  }

  private constructor(options: RunExecutorOptions) {
    this.#options = options;
  }

  /** @throws when the run is stopped before it has a plan, or cannot have one */
  async execute(recorder: RunRecorder): Promise<Ended> {
    const { mode } = this.#options.config.provisioning;
    let earlier: Outcome[] = [];
    let pass = await this.#pass(recorder);
    for (let passes = 1; passes < MOST_PASSES; passes += 1) {
      const removed = pass.outcomes.filter(({ written }) => written);
      if (
        mode !== 'remove' ||
        removed.length === 0 ||
        recorder.signal.aborted
      ) {
        break;
      }
      earlier = earlier.concat(removed);
      pass = await this.#pass(recorder);
    }
    return this.#describe(recorder, {
      ...pass,
      outcomes: earlier.concat(pass.outcomes),
    });
  }

  async #pass(recorder: RunRecorder): Promise<Pass> {
    const planned = await this.#plan(recorder);
    const applied = await this.#apply(planned, recorder);
    await this.#remember(planned, applied, recorder);
    return { planned, ...applied };
  }

  async #plan(recorder: RunRecorder): Promise<Planned> {
    const { run, signal } = recorder;
    recorder.tried('plan', { steps: 0 });
    const planned = await this.#options.planner.plan({
      entityRef: run.entityRef,
      ignoreRetry: run.trigger === 'manual',
      signal,
    });
    const { wanted, steps, brake } = planned;
    recorder.expect('plan', steps.length);
    recorder.tried('plan', { steps: steps.length });
    recorder.update({
      entities: wanted.entities,
      complete: wanted.complete,
      brake,
    });
    return planned;
  }

  async #apply(planned: Planned, recorder: RunRecorder): Promise<Applied> {
    const { auditor, config, firing, metrics, now } = this.#options;
    const { steps, targets } = planned;
    const failures = [...planned.unlisted];
    if (config.provisioning.mode === 'plan') {
      const outcomes = steps.map(step => ({ step, written: false }));
      return { outcomes, failures };
    }
    for (const step of steps.filter(isWriting)) {
      recorder.expect(phaseOf(step), 1);
    }
    const { signal } = recorder;
    const outcomes = await applySteps(steps, targets, {
      signal,
      auditor,
      runId: recorder.run.id,
      now,
      firing,
      onFailure: failure => failures.push(failure),
      onOutcome: outcome => {
        metrics?.tried(outcome);
        if (isWriting(outcome.step)) {
          recorder.tried(phaseOf(outcome.step), {
            failed: outcome.error === undefined ? 0 : 1,
            took: outcome.duration,
          });
        }
      },
      replan: async (object, target) => {
        const actual = await target.list([object], {
          signal,
          entityRef: object.entityRef,
        });
        return planned.planObject(
          object,
          actual.find(({ uid }) => uid === object.uid),
        );
      },
    });
    return { outcomes, failures };
  }

  /** Writes down what changed, and nothing else. */
  async #remember(
    planned: Planned,
    { outcomes, failures }: Applied,
    { run, signal }: RunRecorder,
  ): Promise<void> {
    const { backoff, config, metrics, now, random, store } = this.#options;
    const { wanted, stored, unlisted } = planned;
    const waiting = new Set(planned.waiting);
    const at = now();
    const tried = [
      ...planned.targets.map(({ id }) => id),
      ...unlisted
        .map(({ target }) => target)
        .filter(target => !waiting.has(target)),
    ];
    for (const id of tried) {
      const failure = failures.find(({ target }) => target === id);
      if (failure || !signal.aborted) {
        backoff.ended(id, at, failure);
      }
    }
    metrics?.targets(tried, failures);
    const { saved, removed } = recordRun(
      { outcomes, desired: wanted.desired, unlisted, stored },
      { mode: config.provisioning.mode, now: at, random },
    );
    await rememberParts(outcomes, store);
    await store.removeObjects(removed);
    await store.saveObjects(saved);
    await store.removeDecisions([
      ...planned.staleDecisions,
      ...doneDecisions(outcomes),
    ]);
    if (config.provisioning.mode !== 'remove') {
      await store.saveReconciled(wanted.entityRefs, at, {
        all: !run.entityRef && wanted.complete,
      });
    }
    if (!run.entityRef && metrics) {
      const gone = new Set(removed);
      const rows = new Map(
        [...stored.filter(({ key }) => !gone.has(key)), ...saved].map(
          object => [object.key, object],
        ),
      );
      metrics.objects(rows.values());
    }
  }

  async #describe(
    recorder: RunRecorder,
    { planned: { brake, wanted }, outcomes, failures }: Pass,
  ): Promise<Ended> {
    const { config, store } = this.#options;
    const { run, signal, stoppedBy } = recorder;
    await store.saveSteps(run.id, describeSteps(outcomes));
    const errors = describeErrors({
      mode: config.provisioning.mode,
      complete: wanted.complete,
      failures,
      brake,
      entities: wanted.errors,
      outcomes,
    });
    const counts = countOutcomes(outcomes);
    if (signal.aborted) {
      return {
        status: 'stopped',
        counts,
        errors: [...describeStop(stoppedBy), ...errors],
      };
    }
    return {
      status: failures.length > 0 || !wanted.complete ? 'failed' : 'succeeded',
      counts,
      errors,
    };
  }
}
