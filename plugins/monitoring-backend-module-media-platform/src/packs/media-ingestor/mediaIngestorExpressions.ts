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
  // A counter of failures is born with the first failure: until then the ratio is 0.
  const ratio = (failed: string, all: string) =>
    `(${rateOf(failed)} or 0 * ${rateOf(all)}) / ${rateOf(all)}`;
  return {
    uploadRate: rateOf(uploads),
    uploadRateByType: `sum by (type) (rate(${uploads}[${window}]))`,
    uploadFailureRatio: ratio(failedUploads, uploads),
    duration: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (le) (rate(${bucket}[${window}])))`,
    bytesIn: rateOf(`media_ingestor_upload_bytes_total{${selector}}`),
    storageFailures: `sum by (operation) (rate(${failedStorage}[${window}]))`,
    storageFailureRatio: ratio(failedStorage, storage),
    inFlight: `sum(media_ingestor_uploads_in_flight{${selector}})`,
    reconciliationErrors: `sum(increase(${reconciliation}[${window}]))`,
    /** Counts the first error too, which `increase` cannot see in a counter that is new. */
    newReconciliationErrors: `sum(increase(${reconciliation}[${window}]) > 0 or (${reconciliation} unless ${reconciliation} offset ${window}))`,
  };
}
