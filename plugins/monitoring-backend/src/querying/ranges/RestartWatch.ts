import { NotImplementedError } from '@backstage/errors';
import { PrometheusClient } from '../../sources';

/** How often a server is asked when it was started, in milliseconds. */
const CHECK_EVERY = 30_000;
/** How often a server that does not tell is asked, in milliseconds. */
const RETRY_EVERY = 10 * 60_000;
/** Of a server's replicas behind one address. */
const MOST_STARTS = 20;

/** What a watch asks. */
export type StartedServer = Pick<PrometheusClient, 'runtimeInfo'>;

/** Options of {@link RestartWatch.create}. */
export interface RestartWatchOptions {
  server: StartedServer;
  /** What others keep can be used as soon as the server has said when it was started. */
  atOnce?: boolean;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * Knows since when a server has held the data that it holds: after a restart it may be another
 * volume, an older backup, or another version that counts otherwise. Most restarts change nothing;
 * to fetch once more what is open on screens costs less than to show what is no longer true.
 */
export class RestartWatch {
  readonly #server: StartedServer;
  readonly #now: () => number;
  readonly #starts = new Set<string>();
  #nextCheck: number;
  #isChecking = false;
  #doesTell = true;
  #since = -Infinity;
  #isSettled = false;

  static create(options: RestartWatchOptions): RestartWatch {
    return new RestartWatch(options);
  }

  private constructor({ server, atOnce, now }: RestartWatchOptions) {
    this.#server = server;
    this.#now = now;
    this.#nextCheck = atOnce ? -Infinity : now() + CHECK_EVERY;
  }

  /** What was asked before may be of other data; Unix milliseconds. */
  get since(): number {
    return this.#since;
  }

  /** Whether the server has said when it was started, or that it does not tell. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** The server could not be reached, so that it may be about to start. */
  suspect(): void {
    if (this.#doesTell) {
      this.#nextCheck = Math.min(this.#nextCheck, this.#now());
    }
  }

  /**
   * Asks the server when it is time to; nobody has to wait for it. Never throws. To be called after
   * the server has answered something else: of one in trouble it would take the place of a query.
   */
  async check(): Promise<void> {
    if (this.#isChecking || this.#now() < this.#nextCheck) {
      return;
    }
    this.#isChecking = true;
    this.#nextCheck = this.#now() + CHECK_EVERY;
    try {
      this.#see(
        (await this.#server.runtimeInfo({ priority: 'background' })).startTime,
      );
      this.#isSettled = true;
      this.#doesTell = true;
    } catch (error) {
      if (error instanceof NotImplementedError) {
        this.#isSettled = true;
        this.#doesTell = false;
        this.#nextCheck = this.#now() + RETRY_EVERY;
      }
    } finally {
      this.#isChecking = false;
    }
  }

  #see(startTime: string): void {
    // Replicas behind one address take turns to answer, and each has a start of its own.
    if (this.#starts.has(startTime)) {
      return;
    }
    const startedAt = Date.parse(startTime);
    if (this.#starts.size > 0) {
      this.#since = this.#now();
    } else if (Number.isFinite(startedAt)) {
      // By then we had asked nothing, or it was started meanwhile, or another replica of ours asked.
      this.#since = Math.max(this.#since, Math.min(startedAt, this.#now()));
    }
    this.#starts.add(startTime);
    if (this.#starts.size > MOST_STARTS) {
      this.#starts.delete(this.#starts.values().next().value!);
    }
  }
}
