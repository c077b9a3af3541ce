/** Ids of panels that alerts point to. */
export const GRAPHQL_PANELS = {
  operations: 10,
  errorRatio: 11,
  duration: 12,
} as const;

/** Share of failing operations. */
export const ERRORS = { warning: 0.01, critical: 0.05 };

/** In seconds. */
export const SLOW = { warning: 0.5, critical: 1 };
