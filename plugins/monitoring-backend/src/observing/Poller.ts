import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/** Runs something once, later; answers how to call it off. Injected, so that tests need not wait. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

/** {@link Schedule} on the real clock; does not keep the process alive. */
export function realSchedule(run: () => void, milliseconds: number) {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
}

export interface PollerOptions {
  /** For the log. */
  name: string;
  /** Between the end of one poll and the start of the next. In milliseconds. */
  interval: number;
  poll(signal: AbortSignal): Promise<void>;
  logger: LoggerService;
  schedule?: Schedule;
}

/** Polls at once and then again and again, never twice at the same time, until it is stopped. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #schedule: Schedule;
  #controller?: AbortController;
  #callOff = () => {};
  #running: Promise<void> = Promise.resolve();

  static create(options: PollerOptions): Poller {
    return new Poller(options);
  }

  private constructor(options: PollerOptions) {
    this.#options = options;
    this.#schedule = options.schedule ?? realSchedule;
  }

  /** Does nothing when it is started already. */
  start(): void {
    if (this.#controller) {
      return;
    }
    this.#controller = new AbortController();
    this.#run(this.#controller.signal);
  }

  /** Aborts the poll that is under way, and waits for its end. */
  async stop(): Promise<void> {
    this.#controller?.abort();
    this.#controller = undefined;
    this.#callOff();
    await this.#running;
  }

  #run(signal: AbortSignal): void {
    this.#running = this.#poll(signal).then(() => {
      if (!signal.aborted) {
        this.#callOff = this.#schedule(
          () => this.#run(signal),
          this.#options.interval,
        );
      }
    });
  }

  async #poll(signal: AbortSignal): Promise<void> {
    try {
      await this.#options.poll(signal);
    } catch (error) {
      if (!signal.aborted) {
        this.#options.logger.warn(
          `${this.#options.name} failed and is tried again in ${
            this.#options.interval / 1_000
          } s: ${stringifyError(error)}`,
        );
      }
    }
  }
}
