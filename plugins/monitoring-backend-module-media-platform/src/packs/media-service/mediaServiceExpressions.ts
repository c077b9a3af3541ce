import { seriesRates } from '../../promql/seriesRates';

/**
 * PromQL of the media service's own metrics.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function mediaServiceExpressions(selector: string, window: string) {
  const processed = `media_processed_total{${selector}}`;
  const failed = `media_processed_total{${selector}, result="failure"}`;
  const bucket = `media_processing_duration_seconds_bucket{${selector}}`;
  const used = `media_storage_used_bytes{${selector}}`;
  const { rate, rateBy, share, shareBy, quantileBy } = seriesRates(window);
  return {
    processed: rate(processed),
    processedByType: rateBy('type', processed),
    failureShare: share(failed, processed),
    failureShareByType: shareBy('type', failed, processed),
    durationByType: (part: number) => quantileBy('type', part, bucket),
    waiting: `sum(media_processing_queue_depth{${selector}})`,
    // Every replica reports the same bucket: the largest is the truth, the sum is not.
    usedByType: `max by (type) (${used})`,
    /** Of what the service may store, 0..1; nothing where there is no limit. */
    usedShare: `sum(max by (type) (${used})) / (max(media_storage_quota_bytes{${selector}}) > 0)`,
  };
}
