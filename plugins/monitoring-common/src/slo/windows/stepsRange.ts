import { formatDuration } from '../../durations/formatDuration';

/**
 * Range of a subquery that holds exactly the steps of `(now − window, now]`: a millisecond short,
 * because Prometheus 2 counts a step on the left border and Prometheus 3 does not. Rules are
 * evaluated at whole milliseconds, so no step is lost.
 *
 * @param windowSeconds - a multiple of the step, or at least as long, for a step on whole multiples
 */
export function stepsRange(windowSeconds: number, stepSeconds: number): string {
  return `[${formatDuration(windowSeconds - 0.001)}:${formatDuration(
    stepSeconds,
  )}]`;
}
