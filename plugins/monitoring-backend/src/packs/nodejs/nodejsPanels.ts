/** Ids of panels that alerts point to. */
export const NODEJS_PANELS = { lag: 10, collecting: 16 } as const;

/** In seconds. */
export const LAG = { warning: 0.1, critical: 0.2 };

/** Share of the time. */
export const COLLECTING = { warning: 0.05, critical: 0.1 };
