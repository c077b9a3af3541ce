/** Panels that alerts point to. */
export const VARIANT_PANELS = {
  rate: 10,
  failures: 12,
  duration: 14,
  waiting: 16,
} as const;

export const FAILURES = { warning: 0.02, critical: 0.05 };
export const SLOW = { warning: 10, critical: 20 };
export const WAITING = { warning: 200, critical: 500 };
