import { CircuitBreaker, Passage } from './CircuitBreaker';
import { NoAnswerError } from './NoAnswerError';
import { pauseSeconds } from './pauseSeconds';
import { QueueRefusalError } from './QueueRefusalError';
import { NoSlotError, SlotRequest, Slots } from './Slots';
import { UpstreamObserver, UpstreamOutcome } from './UpstreamObserver';
import { UpstreamUnavailableError } from './UpstreamUnavailableError';

/** Requests that may wait for each one that is under way. */
const WAITING_PER_SLOT = 20;

/** Longest wait in the queue, in milliseconds. */
const LONGEST_WAIT = 10_000;

/** After how long it is worth asking again when we are the ones who ask too much. In milliseconds. */
const BUSY_FOR = 5_000;

/** Options of {@link UpstreamGate.create}. */
export interface UpstreamGateOptions {
  /** For people, for example `Prometheus 'default'`. */
  name: string;
  /** For whoever counts, for example `prometheus:default`. */
  upstream: string;
  maxConcurrent: number;
  /** Of a request, waiting included; no more than half of it is waited. In milliseconds. */
  timeout: number;
  /** Whether to stop asking for a while after failures, or when the upstream wants it. */
  hasBreaker: boolean;
  observer?: UpstreamObserver;
  /** Milliseconds; only differences matter. */
  now?: () => number;
}

/** What the gate wants to know of an answer. */
interface GatedAnswer {
  status: number;
  retryAfter?: string;
}

/** The breaker is open, or the upstream wants to be left in peace. */
class RestingError extends UpstreamUnavailableError {}

/**
 * Stands before one upstream: so many requests at once, the others wait by priority and not for
 * long, and none is sent while the upstream is down or wants to be left in peace.
 */
export class UpstreamGate {
  readonly #options: UpstreamGateOptions;
  readonly #maxWait: number;
  readonly #slots: Slots;
  readonly #breaker?: CircuitBreaker;
  readonly #now: () => number;

  static create(options: UpstreamGateOptions): UpstreamGate {
    return new UpstreamGate(options);
  }

  private constructor(options: UpstreamGateOptions) {
    const { upstream, maxConcurrent, timeout, observer } = options;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#maxWait = Math.min(LONGEST_WAIT, timeout / 2);
    this.#slots = Slots.create({
      count: maxConcurrent,
      maxWaiting: maxConcurrent * WAITING_PER_SLOT,
      maxWait: this.#maxWait,
      onChange: queue => observer?.queued({ upstream, ...queue }),
    });
    observer?.queued({ upstream, active: 0, waiting: 0 });
    if (options.hasBreaker) {
      this.#breaker = CircuitBreaker.create({
        now: this.#now,
        onChange: state => observer?.breaker({ upstream, state }),
      });
      observer?.breaker({ upstream, state: 'closed' });
    }
  }

  /**
   * @param send - throws `NoAnswerError` when there is no whole answer
   * @throws `UpstreamUnavailableError` when it is not sent; what `send` throws; the signal's reason
   *   when the caller gave up before
   */
  async run<T extends GatedAnswer>(
    send: () => Promise<T>,
    request: SlotRequest,
  ): Promise<T> {
    const askedAt = this.#now();
    let sentAt: number | undefined;
    let outcome: UpstreamOutcome = 'failed';
    try {
      this.#throwIfResting();
      const answer = await this.#slots.run(async () => {
        this.#throwIfResting();
        sentAt = this.#now();
        return await this.#watch(send, request.signal);
      }, request);
      outcome = outcomeOf(answer);
      return answer;
    } catch (error) {
      outcome = outcomeOfError(error, request.signal);
      throw error instanceof NoSlotError ? this.#refusal(error) : error;
    } finally {
      const endedAt = this.#now();
      this.#options.observer?.ended({
        upstream: this.#options.upstream,
        outcome,
        waitedMs: (sentAt ?? endedAt) - askedAt,
        ...(sentAt !== undefined && { durationMs: endedAt - sentAt }),
      });
    }
  }

  /** Sends, and tells the breaker how it went. */
  async #watch<T extends GatedAnswer>(
    send: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const passage = this.#breaker?.enter();
    try {
      const answer = await send();
      this.#judge(answer, passage);
      return answer;
    } catch (error) {
      if (error instanceof NoAnswerError) {
        passage?.failed(error.message);
      } else if (signal?.aborted) {
        passage?.abandoned();
      } else {
        // A redirect, or more than we want to read: there is somebody.
        passage?.succeeded();
      }
      throw error;
    }
  }

  #judge({ status, retryAfter }: GatedAnswer, passage?: Passage): void {
    const { name } = this.#options;
    if (status >= 500) {
      passage?.failed(`${name} answered ${status}`);
    } else {
      passage?.succeeded();
    }
    if (retryAfter !== undefined && (status === 429 || status === 503)) {
      this.#breaker?.pause(
        (pauseSeconds(retryAfter) ?? 0) * 1_000,
        `${name} asks to be left in peace (${status})`,
      );
    }
  }

  #throwIfResting(): void {
    const rest = this.#breaker?.rest;
    if (rest) {
      const seconds = Math.ceil(rest.for / 1_000);
      throw new RestingError(
        `${rest.reason}; it is asked again in ${seconds} s`,
        rest.for,
      );
    }
  }

  #refusal({ reason }: NoSlotError): Error {
    const { name } = this.#options;
    const problem = {
      full: 'has too many requests of ours waiting',
      share: 'has too many requests of yours waiting',
      late: `had no time for this within ${
        this.#maxWait / 1_000
      } s: other requests of ours are under way`,
    }[reason];
    return new QueueRefusalError(
      `${name} ${problem}; try again in a moment`,
      BUSY_FOR,
    );
  }
}

function outcomeOf({ status }: GatedAnswer): UpstreamOutcome {
  if (status >= 500) {
    return 'failed';
  }
  return status >= 400 ? 'refused' : 'answered';
}

function outcomeOfError(error: unknown, signal?: AbortSignal): UpstreamOutcome {
  if (error instanceof NoSlotError) {
    return 'queue-full';
  }
  if (error instanceof RestingError) {
    return 'breaker-open';
  }
  if (error instanceof NoAnswerError) {
    return error.isTimeout ? 'timeout' : 'failed';
  }
  return signal?.aborted ? 'cancelled' : 'failed';
}
