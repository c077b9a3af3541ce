const DAY = 86_400;

/** Panels that alerts point to. */
export const SECURITY_PANELS = {
  attempts: 10,
  failureShare: 11,
  certificates: 17,
} as const;

export const AUTHENTICATION_FAILURES = { warning: 0.1, critical: 0.25 };
/** In seconds. */
export const CERTIFICATE_LEFT = {
  warning: 14 * DAY,
  critical: 3 * DAY,
  lowIsBad: true,
};
