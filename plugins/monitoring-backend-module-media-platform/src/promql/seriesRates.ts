/**
 * PromQL over the counters and histograms of one service.
 *
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function seriesRates(window: string) {
  const rate = (series: string) => `sum(rate(${series}[${window}]))`;
  const rateBy = (labels: string, series: string) =>
    `sum by (${labels}) (rate(${series}[${window}]))`;
  // A counter of failures is born with the first failure: until then the share is 0. Without
  // events there is no share, rather than a division by zero.
  const share = (failed: string, all: string) =>
    `(${failed} or 0 * ${all}) / (${all} > 0)`;
  return {
    rate,
    rateBy,
    /** Failed of all events, 0..1; nothing while nothing happens. */
    share: (failed: string, all: string) => share(rate(failed), rate(all)),
    shareBy: (labels: string, failed: string, all: string) =>
      share(rateBy(labels, failed), rateBy(labels, all)),
    /** Of a classic histogram's buckets, in the unit of their bounds. */
    quantile: (quantile: number, bucket: string) =>
      `histogram_quantile(${quantile}, ${rateBy('le', bucket)})`,
    quantileBy: (labels: string, quantile: number, bucket: string) =>
      `histogram_quantile(${quantile}, ${rateBy(`le, ${labels}`, bucket)})`,
    /** For a heatmap. */
    observations: (bucket: string) =>
      `sum by (le) (increase(${bucket}[${window}]))`,
  };
}
