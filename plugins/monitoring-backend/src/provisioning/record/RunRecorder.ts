import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ProvisioningPhase,
  ProvisioningPhaseName,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';
import { RunStore } from '../store';

/** In milliseconds: a run that makes no progress says so often that it lives. */
const HEARTBEAT = 5_000;

/** What a {@link RunRecorder} needs. */
export interface RunRecorderOptions {
  store: RunStore;
  logger: LoggerService;
  now: () => Date;
  /** In milliseconds: between two looks at the store. */
  interval: number;
  /** Stops the run from outside. */
  signal?: AbortSignal;
}

/**
 * The record of a run under way: it is saved at the start, and then at most once per interval
 * while it changes. Whoever asks in the store that the run stops is heard, on whichever replica.
 */
export class RunRecorder {
  readonly run: ProvisioningRun;
  readonly #options: RunRecorderOptions;
  readonly #stop = new AbortController();
  readonly #begun = new Map<ProvisioningPhaseName, number>();
  #stoppedBy?: string;
  #changed = false;
  #savedAt = 0;
  #timer?: NodeJS.Timeout;
  #ticking: Promise<void> = Promise.resolve();
  readonly #onAbort = () => this.#stop.abort(this.#options.signal?.reason);

  static async start(
    run: ProvisioningRun,
    options: RunRecorderOptions,
  ): Promise<RunRecorder> {
    const recorder = new RunRecorder(run, options);
    await recorder.#save();
    recorder.#watch();
    return recorder;
  }

  private constructor(run: ProvisioningRun, options: RunRecorderOptions) {
    this.run = run;
    this.#options = options;
  }

  /** Aborted when the run has to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Who asked it to stop, when a person did. */
  get stoppedBy(): string | undefined {
    return this.#stoppedBy;
  }

  /** Adds to the facts of the record. */
  update(facts: Partial<ProvisioningRun>): void {
    Object.assign(this.run, facts);
    this.#changed = true;
  }

  /** A part of the run begins, or turns out to have more steps. */
  expect(name: ProvisioningPhaseName, steps: number): void {
    const phase = this.#phase(name);
    phase.total += steps;
    this.#changed = true;
  }

  /**
   * Steps of a part were tried.
   *
   * @param took - in milliseconds; the part began so long ago, if this is its first step
   */
  tried(
    name: ProvisioningPhaseName,
    {
      steps = 1,
      failed = 0,
      took = 0,
    }: { steps?: number; failed?: number; took?: number } = {},
  ): void {
    const phase = this.#phase(name);
    const now = this.#options.now().getTime();
    const begun = this.#begun.get(name) ?? now - took;
    this.#begun.set(name, begun);
    phase.done += steps;
    phase.failed += failed;
    phase.duration = now - begun;
    this.#changed = true;
  }

  /** Saves how the run ended, and watches no more. */
  async end(
    facts: Partial<ProvisioningRun> & Pick<ProvisioningRun, 'status'>,
  ): Promise<ProvisioningRun> {
    clearInterval(this.#timer);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    await this.#ticking;
    this.update({ ...facts, finishedAt: this.#options.now().toISOString() });
    await this.#save();
    return this.run;
  }

  #phase(name: ProvisioningPhaseName): ProvisioningPhase {
    const known = this.run.phases.find(phase => phase.name === name);
    if (known) {
      return known;
    }
    const phase = { name, done: 0, total: 0, failed: 0, duration: 0 };
    this.run.phases.push(phase);
    return phase;
  }

  #watch(): void {
    const { interval, signal } = this.#options;
    if (signal?.aborted) {
      this.#onAbort();
    }
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    let ticking = false;
    this.#timer = setInterval(() => {
      if (!ticking) {
        ticking = true;
        this.#ticking = this.#tick().finally(() => {
          ticking = false;
        });
      }
    }, interval);
    this.#timer.unref();
  }

  /** A database that is away for a moment stops no run: marks tell the next one what was done. */
  async #tick(): Promise<void> {
    const { logger, now, store } = this.#options;
    try {
      if (this.#changed || now().getTime() - this.#savedAt >= HEARTBEAT) {
        await this.#save();
      }
      this.#stoppedBy ??= await store.stopRequestedBy(this.run.id);
      if (this.#stoppedBy) {
        this.#stop.abort();
      }
    } catch (error) {
      logger.warn(
        `The progress of a provisioning run could not be saved: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #save(): Promise<void> {
    this.#changed = false;
    this.#savedAt = this.#options.now().getTime();
    await this.#options.store.saveRun(this.run);
  }
}
