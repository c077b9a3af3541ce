/** Kinds of SLO that short forms know. */
export const SLO_TYPES = [
  'availability',
  'latency',
  'uptime',
  'errors',
] as const;
