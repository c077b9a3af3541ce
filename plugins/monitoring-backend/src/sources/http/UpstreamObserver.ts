/**
 * How a request to an upstream ended, for whoever counts.
 *
 * - `answered`, `refused`: by a status below 400, or from 400 to 499
 * - `failed`: by a status from 500 on, without a whole answer, or with one that is not read
 * - `timeout`: no whole answer until the deadline
 * - `cancelled`: nobody waits for it any more
 * - `queue-full`: not sent; there was no place in the queue, or no slot in time
 * - `breaker-open`: not sent; the upstream is down, or wants to be left in peace
 */
export type UpstreamOutcome =
  | 'answered'
  | 'refused'
  | 'failed'
  | 'timeout'
  | 'cancelled'
  | 'queue-full'
  | 'breaker-open';

/** A breaker lets everything through (`closed`), nothing (`open`), or one trial (`half-open`). */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Is told what goes on between us and upstreams; must not throw. */
export interface UpstreamObserver {
  /**
   * A request ended.
   *
   * @param durationMs - from the first byte sent; absent when nothing was sent
   * @param waitedMs - in the queue
   */
  ended(event: {
    /** For people and labels, for example `prometheus:default`. */
    upstream: string;
    outcome: UpstreamOutcome;
    durationMs?: number;
    waitedMs: number;
  }): void;
  /** How many requests are under way and wait; told at the beginning and after a change. */
  queued(event: { upstream: string; active: number; waiting: number }): void;
  /** Told at the beginning and after a change; never of an upstream without a breaker. */
  breaker(event: { upstream: string; state: BreakerState }): void;
}
