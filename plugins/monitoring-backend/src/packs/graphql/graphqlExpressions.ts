import {
  durationExpressions,
  errorRatioExpression,
} from '@sightline/backstage-plugin-monitoring-node';
import { GraphqlDialect } from './GraphqlDialect';

function join(...matchers: (string | undefined)[]): string {
  return matchers.filter(Boolean).join(', ');
}

/**
 * PromQL on the GraphQL operations of one service, in its dialect. Durations are in seconds.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function graphqlExpressions(
  dialect: GraphqlDialect,
  selector: string,
  window: string,
) {
  const { count, failed, operation, duration } = dialect;
  const rate = (metric: string, matchers?: string) =>
    `sum(rate(${metric}{${join(selector, matchers)}}[${window}]))`;
  const rateBy = (label: string, metric: string, matchers?: string) =>
    `sum by (${label}) (rate(${metric}{${join(
      selector,
      matchers,
    )}}[${window}]))`;

  const counted = rate(count);
  const all = failed.uncounted
    ? `(${counted} + (${rate(
        failed.metric,
        failed.uncounted,
      )} or 0 * ${counted}))`
    : counted;
  const byOperation = rateBy(operation.label, operation.count ?? count);
  const failures = rateBy(operation.label, failed.metric, failed.matchers);
  return {
    rate: all,
    rateByOperation: byOperation,
    // One operation can count as several failures.
    errorRatio: `clamp_max(${errorRatioExpression(
      rate(failed.metric, failed.matchers),
      all,
    )}, 1)`,
    failuresByOperation: `${failures} or 0 * ${byOperation}`,
    ...(failed.reason
      ? {
          failuresByReason: `${rateBy(
            failed.reason,
            failed.metric,
            failed.matchers,
          )} or label_replace(0 * ${counted}, "${
            failed.reason
          }", "none", "", "")`,
        }
      : {}),
    ...(duration
      ? {
          durations: durationExpressions(duration, selector, window),
          durationsByOperation: durationExpressions(
            duration,
            selector,
            window,
            [duration.label],
          ),
        }
      : {}),
  };
}
