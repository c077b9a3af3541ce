/**
 * PromQL of the ingestor's pack.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function mediaIngestorExpressions(selector: string, window: string) {
  const uploads = `media_ingestor_uploads_total{${selector}}`;
  const failedUploads = `media_ingestor_uploads_total{${selector}, result="failure"}`;
  const storage = `media_ingestor_storage_operations_total{${selector}}`;
  const failedStorage = `media_ingestor_storage_operations_total{${selector}, result="failure"}`;
  const bucket = `media_ingestor_upload_duration_seconds_bucket{${selector}}`;
  const reconciliation = `media_ingestor_reconciliation_errors_total{${selector}}`;
  const rateOf = (series: string) => `sum(rate(${series}[${window}]))`;
  const rateBy = (label: string, series: string) =>
    `sum by (${label}) (rate(${series}[${window}]))`;
  // A counter of failures is born with the first failure: until then the ratio is 0.
  const ratio = (failed: string, all: string) =>
    `(${failed} or 0 * ${all}) / ${all}`;
  // `increase` cannot see the first error of a counter that is new. New is what was not there in
  // the hour before the window: after a gap in scraping, old errors must not count again.
  const newErrors = `sum(increase(${reconciliation}[${window}]) > 0 or (${reconciliation} unless last_over_time(${reconciliation}[1h] offset ${window})))`;
  return {
    uploadRate: rateOf(uploads),
    uploadRateByType: rateBy('type', uploads),
    uploadFailureRatio: ratio(rateOf(failedUploads), rateOf(uploads)),
    duration: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (le) (rate(${bucket}[${window}])))`,
    bytesIn: rateOf(`media_ingestor_upload_bytes_total{${selector}}`),
    storageFailureRatio: ratio(rateOf(failedStorage), rateOf(storage)),
    storageFailureRatioByOperation: ratio(
      rateBy('operation', failedStorage),
      rateBy('operation', storage),
    ),
    inFlight: `sum(media_ingestor_uploads_in_flight{${selector}})`,
    newReconciliationErrors: newErrors,
    /** For a graph: 0 before the first error, nothing when the ingestor is not there. */
    reconciliationErrors: `${newErrors} or 0 * ${rateOf(uploads)}`,
  };
}
