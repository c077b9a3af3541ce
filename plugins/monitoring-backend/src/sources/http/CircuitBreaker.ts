import { BreakerState } from './UpstreamObserver';

/**
 * Failures in a row that open it. A server that fails every other time opens it after some 500
 * requests, one that fails every fifth time after half a million.
 */
const FAILURES = 8;

/** How long it stays open at first; doubled by each trial that fails. In milliseconds. */
const FIRST_REST = 5_000;
const LONGEST_REST = 30_000;

/** Why nothing may be sent now. */
export interface Rest {
  /** In milliseconds; above 0. */
  for: number;
  /** For people: what was wrong. */
  reason: string;
}

/** One that was let through, who has to tell how it ended. */
export interface Passage {
  /** It was answered, be it with a refusal. */
  succeeded(): void;
  /** @param reason - for people */
  failed(reason: string): void;
  /** Nobody waited for the end, which tells nothing. */
  abandoned(): void;
}

/**
 * Lets nothing through for a while after failures in a row, so that whoever asks is told at once
 * and a server in trouble can recover; then one trial at a time, until one succeeds.
 */
export class CircuitBreaker {
  readonly #onChange: (state: BreakerState) => void;
  readonly #now: () => number;
  #state: BreakerState = 'closed';
  #failures = 0;
  #restTime = FIRST_REST;
  #rest: { until: number; reason: string } = { until: 0, reason: '' };
  /** Of the passages that still count: those of before a change tell what was. */
  #era = 0;

  /** @param options - `now`: milliseconds; only differences matter */
  static create(options: {
    onChange: (state: BreakerState) => void;
    now: () => number;
  }): CircuitBreaker {
    return new CircuitBreaker(options);
  }

  private constructor(options: {
    onChange: (state: BreakerState) => void;
    now: () => number;
  }) {
    this.#onChange = options.onChange;
    this.#now = options.now;
  }

  /** Why a request would not be let through; `undefined` when it would. */
  get rest(): Rest | undefined {
    const left = this.#rest.until - this.#now();
    return left > 0 ? { for: left, reason: this.#rest.reason } : undefined;
  }

  /** To be called only without a `rest`. */
  enter(): Passage {
    if (this.#state !== 'closed') {
      this.#change('half-open');
      // A trial that does not end is followed by another.
      this.#rest.until = this.#now() + this.#restTime;
    }
    const era = this.#era;
    const ifCounted = (end: () => void) => () => {
      if (era === this.#era) {
        end();
      }
    };
    return {
      succeeded: ifCounted(() => this.#succeeded()),
      failed: reason => ifCounted(() => this.#failed(reason))(),
      abandoned: ifCounted(() => {
        if (this.#state === 'half-open') {
          this.#rest.until = 0;
        }
      }),
    };
  }

  /** Lets nothing through for a time that the server has asked for. */
  pause(milliseconds: number, reason: string): void {
    const until = this.#now() + milliseconds;
    if (until > this.#rest.until) {
      this.#rest = { until, reason };
    }
  }

  #succeeded(): void {
    this.#failures = 0;
    if (this.#state === 'half-open') {
      this.#restTime = FIRST_REST;
      this.#rest.until = 0;
      this.#change('closed');
    }
  }

  #failed(reason: string): void {
    this.#failures += 1;
    if (this.#state === 'half-open') {
      this.#restTime = Math.min(LONGEST_REST, this.#restTime * 2);
    }
    if (this.#state === 'half-open' || this.#failures >= FAILURES) {
      this.#change('open');
      this.#rest = { until: 0, reason: '' };
      this.pause(this.#restTime, reason);
    }
  }

  #change(state: BreakerState): void {
    if (state !== this.#state) {
      this.#state = state;
      this.#era += 1;
      this.#failures = 0;
      this.#onChange(state);
    }
  }
}
