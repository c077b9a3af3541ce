/**
 * PromQL for the share of events that failed. A counter of failures is born with the first
 * failure: until then the share is 0, not nothing. Without events it is 0 too, not a division by
 * zero. Without series it is nothing.
 *
 * @param failed - rate of failures
 * @param all - rate of all events, with the same labels
 * @public
 */
export function errorRatioExpression(failed: string, all: string): string {
  return `(${failed} or 0 * ${all}) / (${all} > 0) or 0 * ${all}`;
}
