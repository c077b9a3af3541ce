// Only tests measure: they run in Node.
/* eslint-disable no-restricted-globals */

/**
 * Counts the time that this process computes, which other work on the machine does not lengthen.
 *
 * @returns a function that tells the seconds since
 */
export function cpuStopwatch(): () => number {
  const started = process.cpuUsage();
  return () => process.cpuUsage(started).user / 1e6;
}
