import { seriesRates } from '../../promql/seriesRates';

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
  const { rate, rateBy, share, shareBy, quantile, observations } =
    seriesRates(window);
  // `increase` cannot see the first error of a counter that is new. New is what was not there in
  // the hour before the window: after a gap in scraping, old errors must not count again.
  const newErrors = `sum(increase(${reconciliation}[${window}]) > 0 or (${reconciliation} unless last_over_time(${reconciliation}[1h] offset ${window})))`;
  return {
    uploadRate: rate(uploads),
    uploadRateByType: rateBy('type', uploads),
    uploadFailureRatio: share(failedUploads, uploads),
    duration: (part: number) => quantile(part, bucket),
    durations: observations(bucket),
    bytesIn: rate(`media_ingestor_upload_bytes_total{${selector}}`),
    storageFailureRatio: share(failedStorage, storage),
    storageFailureRate: rate(failedStorage),
    storageFailureRatioByOperation: shareBy(
      'operation',
      failedStorage,
      storage,
    ),
    inFlight: `sum(media_ingestor_uploads_in_flight{${selector}})`,
    newReconciliationErrors: newErrors,
    /** For a graph: 0 before the first error, nothing when the ingestor is not there. */
    reconciliationErrors: `${newErrors} or 0 * ${rate(uploads)}`,
  };
}
