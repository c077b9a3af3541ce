/**
 * How a range query was answered: wholly from what was known, in part, from the upstream alone, or
 * around the cache because its answer may not be kept; `stale` when the upstream failed.
 */
export type CacheState = 'hit' | 'partial' | 'miss' | 'bypass' | 'stale';

/** Is told how questions are answered; must not throw. */
export interface QueryObserver {
  /** A range query was answered. */
  answered(event: {
    /** Id of the Prometheus. */
    instance: string;
    state: CacheState;
    /** In the answer. */
    samples: number;
    /** Of those, asked for now. */
    fetched: number;
  }): void;
  /** Somebody joined a question that was under way. */
  joined(event: { instance: string }): void;
  /** A panel's line was given as it had been sent before. */
  reused(event: { instance: string; bytes: number }): void;
  /** What a cache holds, after a change. */
  holds(event: {
    cache: 'ranges' | 'answers';
    bytes: number;
    entries: number;
  }): void;
}
