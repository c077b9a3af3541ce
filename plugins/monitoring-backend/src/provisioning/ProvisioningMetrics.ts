import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Outcome, isWriting } from './apply';
import { StoredObject } from './store';
import { TargetFailure } from './TargetFailure';

const PREFIX = 'sightline_provisioning';
/** In seconds. */
const DURATIONS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900];

/** How provisioning is watched. */
export class ProvisioningMetrics {
  readonly #runs;
  readonly #durations;
  readonly #writes;
  readonly #objects;
  readonly #targets;
  readonly #brake;
  readonly #success;
  /** What was said of objects last, so that what is gone falls to 0. */
  #counted = new Map<string, Record<'target' | 'kind' | 'state', string>>();

  static create(options: { metrics: MetricsService }): ProvisioningMetrics {
    return new ProvisioningMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    // No units: an exporter would add them to the names once more.
    this.#runs = metrics.createCounter(`${PREFIX}_runs`, {
      description: 'Runs of provisioning that ended',
    });
    this.#durations = metrics.createHistogram(
      `${PREFIX}_run_duration_seconds`,
      {
        description: 'How long runs of provisioning took',
        advice: { explicitBucketBoundaries: DURATIONS },
      },
    );
    this.#writes = metrics.createCounter(`${PREFIX}_writes`, {
      description: 'Objects that were written or deleted, or failed to be',
    });
    this.#objects = metrics.createGauge(`${PREFIX}_objects`, {
      description: 'Objects by how they stand, as of the last run over all',
    });
    this.#targets = metrics.createGauge(`${PREFIX}_target_up`, {
      description: 'Whether a target did its part when it was last tried',
    });
    this.#brake = metrics.createGauge(`${PREFIX}_brake_waiting`, {
      description: 'Objects whose deletion waits for a person',
    });
    this.#success = metrics.createGauge(
      `${PREFIX}_last_success_timestamp_seconds`,
      { description: 'When a run over all last succeeded' },
    );
  }

  /** A run ended. */
  ended(run: ProvisioningRun): void {
    const { status, trigger, entityRef, startedAt, finishedAt } = run;
    const labels = { status, trigger, scope: entityRef ? 'entity' : 'all' };
    const finished = Date.parse(finishedAt!);
    this.#runs.add(1, labels);
    this.#durations.record((finished - Date.parse(startedAt)) / 1_000, labels);
    if (!entityRef && status === 'succeeded') {
      this.#success.record(finished / 1_000);
    }
    if (!entityRef && status !== 'stopped') {
      const { brake } = run;
      const waits = brake && brake.answer?.answer !== 'keep';
      this.#brake.record(waits ? brake.objects : 0);
    }
  }

  /** A step that writes was tried. */
  tried({ step, error, written, untried, duration }: Outcome): void {
    if (!isWriting(step) || (untried && duration === undefined)) {
      return;
    }
    if (written || error !== undefined) {
      const { action } = step;
      this.#writes.add(1, {
        target: action === 'prune' ? step.target : step.object.target,
        kind: action === 'prune' ? step.actual.kind : step.object.kind,
        action,
        outcome: written ? 'done' : 'failed',
      });
    }
  }

  /** Targets were tried. */
  targets(ids: string[], failures: TargetFailure[]): void {
    const failed = new Set(failures.map(({ target }) => target));
    for (const target of ids) {
      this.#targets.record(failed.has(target) ? 0 : 1, { target });
    }
  }

  /** How all objects stand. */
  objects(all: Iterable<StoredObject>): void {
    const counts = new Map<string, number>();
    const labels = new Map<
      string,
      Record<'target' | 'kind' | 'state', string>
    >();
    for (const { target, kind, state } of all) {
      const id = `${target}|${kind}|${state}`;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      labels.set(id, { target, kind, state });
    }
    for (const [id, attributes] of [...this.#counted, ...labels]) {
      this.#objects.record(counts.get(id) ?? 0, attributes);
    }
    this.#counted = labels;
  }
}
