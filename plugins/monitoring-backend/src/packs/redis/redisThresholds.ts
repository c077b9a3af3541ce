/** Share of the memory. */
export const MEMORY = { warning: 0.7, critical: 0.8 };
/** Share of the lookups. */
export const HITS = { warning: 0.8, critical: 0.5, lowIsBad: true };
/** Share of the connections that the server accepts. */
export const CLIENTS = { warning: 0.7, critical: 0.9 };
/** In seconds. */
export const LAG = { warning: 10, critical: 60 };
