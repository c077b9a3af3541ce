/** Panels that alerts and other dashboards name. */
export const MINIO_PANELS = {
  health: 1,
  capacityUsedNow: 3,
  bandwidth: 10,
  failedShare: 13,
  capacityUsedShare: 20,
  capacity: 21,
  drives: 30,
} as const;

/** Share of failing requests. */
export const MINIO_ERRORS = { warning: 0.01, critical: 0.05 };

/** Share of the capacity. */
export const MINIO_FULL = { warning: 0.7, critical: 0.8 };
