import { PointwiseExpression } from '@sightline/backstage-plugin-monitoring-common';

/**
 * Whether parts of an expression's answers may be kept: they have to be the same whatever range is
 * asked for, and what the expression reads has to stay as it is.
 *
 * @param expression - `undefined`: its answer depends on more than the moment
 * @param latest - see `latestToKeep`, in Unix milliseconds
 */
export function isCacheable(
  expression: PointwiseExpression | undefined,
  latest: number,
): expression is PointwiseExpression {
  return (
    expression !== undefined && (expression.fixedAt ?? 0) * 1_000 <= latest
  );
}
