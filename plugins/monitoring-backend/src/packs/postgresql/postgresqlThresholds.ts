/** Share of the slots. */
export const POOL = { warning: 0.7, critical: 0.8 };
/** Share of the blocks. */
export const CACHE_HITS = { warning: 0.95, critical: 0.9, lowIsBad: true };
/** Share of the transactions. */
export const ROLLBACKS = { warning: 0.05, critical: 0.2 };
/** In 15 minutes. */
export const DEADLOCKS = { critical: 5 };
/** Age of a transaction, in seconds. */
export const LONG = { warning: 300, critical: 900 };
/** In seconds. */
export const LAG = { warning: 30, critical: 60 };
/** In bytes. */
export const BACKLOG = { critical: 1024 ** 3 };
