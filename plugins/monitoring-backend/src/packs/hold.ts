/**
 * How long an alert takes a value to stand when a scrape fails, as durations of PromQL.
 *
 * Each is shorter than the `for` of the alerts that use it: the last sample of a target that goes
 * away must never be enough to fire.
 */
export const HOLD = {
  /** For alerts that wait 2 minutes. */
  short: '90s',
  /** For alerts that wait 5 minutes or longer. */
  long: '3m',
} as const;
