/** Messages that a consumer has not been given. */
export const PENDING = { warning: 1_000, critical: 10_000 };
/** Share of what a stream may hold. */
export const STREAM = { warning: 0.8, critical: 0.9 };
/** Share of what JetStream may store. */
export const STORAGE = { warning: 0.7, critical: 0.8 };
