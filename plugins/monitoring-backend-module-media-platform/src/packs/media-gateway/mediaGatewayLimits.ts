/** Panels that alerts point to. */
export const GATEWAY_PANELS = {
  operations: 20,
  operationErrors: 21,
  upstreamErrors: 24,
  connections: 26,
} as const;

export const OPERATION_ERRORS = { warning: 0.005, critical: 0.01 };
export const UPSTREAM_ERRORS = { warning: 0.01, critical: 0.05 };
export const CONNECTIONS = { warning: 0.7, critical: 0.85 };
