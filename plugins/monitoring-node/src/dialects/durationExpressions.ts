/**
 * How a dialect publishes durations: buckets, quantiles that each process has computed for itself,
 * or no more than their sum and number.
 *
 * @public
 */
export type DurationKind = 'histogram' | 'summary' | 'mean';

/**
 * The durations of a dialect.
 *
 * @public
 */
export interface DialectDuration {
  kind: DurationKind;
  /** Without `_bucket`, `_sum` and `_count`. */
  metric: string;
  /** How many seconds one unit is: 0.001 for milliseconds. */
  unitSeconds: number;
  /** Another histogram that has the labels which `metric` lacks; coarser as a rule. */
  labelled?: string;
  /** What is left when the buckets are not switched on; absent when they always are. */
  otherwise?: 'mean' | 'nothing';
}

/** A grouping without labels is none. */
function by(labels: string[]): string {
  return labels.length > 0 ? ` by (${labels.join(', ')}) ` : '';
}

function inSeconds(expression: string, { unitSeconds }: DialectDuration) {
  return unitSeconds === 1
    ? expression
    : `${expression} / ${Math.round(1 / unitSeconds)}`;
}

/**
 * PromQL for durations in seconds.
 *
 * @param matchers - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 * @param labels - what to group by
 * @returns `quantile` is absent where nothing but the mean is known; a summary's is the largest of
 *   all processes and labels, since quantiles cannot be joined. `buckets` is for heat maps, in the
 *   metric's own unit
 * @public
 */
export function durationExpressions(
  duration: DialectDuration,
  matchers: string,
  window: string,
  labels: string[] = [],
): {
  quantile?: (quantile: number) => string;
  mean: string;
  buckets?: string;
} {
  const metric =
    labels.length > 0 ? duration.labelled ?? duration.metric : duration.metric;
  const rate = (part: string) =>
    `sum${by(labels)}(rate(${metric}${part}{${matchers}}[${window}]))`;
  const mean = inSeconds(`${rate('_sum')} / (${rate('_count')} > 0)`, duration);
  switch (duration.kind) {
    case 'histogram':
      return {
        mean,
        quantile: quantile =>
          inSeconds(
            `histogram_quantile(${quantile}, sum${by([
              'le',
              ...labels,
            ])}(rate(${metric}_bucket{${matchers}}[${window}])))`,
            duration,
          ),
        buckets: `sum by (le) (increase(${metric}_bucket{${matchers}}[${window}]))`,
      };
    case 'summary':
      return {
        mean,
        quantile: quantile =>
          inSeconds(
            `max${by(labels)}(${metric}{${matchers}, quantile="${quantile}"})`,
            duration,
          ),
      };
    default:
      return { mean };
  }
}
