/** Ids of panels that alerts point to. */
export const PROCESS_PANELS = {
  cpu: 10,
  descriptors: 12,
  restarts: 14,
} as const;

/** Share of the file descriptors that a process may open. */
export const DESCRIPTORS = { warning: 0.6, critical: 0.8 };
