import { SchedulerService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { setTimeout as wait } from 'node:timers/promises';
import { newRun } from '../record';
import { RunStore } from '../store';

/** Tries to find the run that holds the scheduler's lock, or to be let in after it. */
const TRIES = 20;

/** What a {@link RunStarter} needs. */
export interface RunStarterOptions {
  scheduler: Pick<SchedulerService, 'triggerTask'>;
  /** Id of the scheduled task that does runs over all. */
  taskId: string;
  store: RunStore;
  mode: ProvisioningRun['mode'];
  now: () => Date;
  /** In milliseconds, between two tries. */
  interval: number;
}

/**
 * Starts runs over all under the scheduler's global lock: what is asked for is written down first,
 * and the scheduled task of whichever replica begins it.
 */
export class RunStarter {
  readonly #options: RunStarterOptions;

  static create(options: RunStarterOptions): RunStarter {
    return new RunStarter(options);
  }

  private constructor(options: RunStarterOptions) {
    this.#options = options;
  }

  /** @returns id of the run; when one is under way or was asked for, of that one */
  async start(by: string): Promise<string> {
    const { interval, store } = this.#options;
    const run = (await this.#notBegun()) ?? (await this.#request(by));
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await this.#trigger()) {
        return run.id;
      }
      const running = (await store.listRunning()).find(
        ({ entityRef, phases }) => !entityRef && phases.length > 0,
      );
      if (running) {
        // It may be that very one: the lock's holder takes what is asked for.
        if (running.id !== run.id) {
          await store.withdrawRun(run.id);
        }
        return running.id;
      }
      await wait(interval);
    }
    await store.withdrawRun(run.id);
    throw new ServiceUnavailableError(
      'Another run of provisioning is about to begin or to end; try again in a moment',
    );
  }

  /** A run that somebody asked for, and that has looked at nothing yet. */
  async #notBegun(): Promise<ProvisioningRun | undefined> {
    return (await this.#options.store.listRunning()).find(
      ({ entityRef, phases, trigger }) =>
        !entityRef && phases.length === 0 && trigger === 'manual',
    );
  }

  async #request(by: string): Promise<ProvisioningRun> {
    const { mode, now, store } = this.#options;
    const run = newRun({ trigger: 'manual', mode, by }, now());
    await store.requestRun(run);
    return run;
  }

  async #trigger(): Promise<boolean> {
    const { scheduler, taskId } = this.#options;
    try {
      await scheduler.triggerTask(taskId);
      return true;
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') {
        return false;
      }
      throw error;
    }
  }
}
