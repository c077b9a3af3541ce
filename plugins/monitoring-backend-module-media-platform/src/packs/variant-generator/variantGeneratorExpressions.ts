import { seriesRates } from '../../promql/seriesRates';

/**
 * PromQL of the variant generator.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function variantGeneratorExpressions(selector: string, window: string) {
  const generations = `variant_generations_total{${selector}}`;
  const failed = `variant_generations_total{${selector}, result="failure"}`;
  const bucket = `variant_generation_duration_seconds_bucket{${selector}}`;
  const { rate, rateBy, share, shareBy, quantile, quantileBy, observations } =
    seriesRates(window);
  // Every replica looks at the same queue.
  const waiting = `max(variant_queue_depth{${selector}})`;
  return {
    rate: rate(generations),
    rateByAspectRatio: rateBy('aspect_ratio', generations),
    rateByResolution: rateBy(
      'resolution',
      `variant_generation_duration_seconds_count{${selector}}`,
    ),
    failureShare: share(failed, generations),
    failureShareByAspectRatio: shareBy('aspect_ratio', failed, generations),
    duration: (part: number) => quantile(part, bucket),
    durationByResolution: (part: number) =>
      quantileBy('resolution', part, bucket),
    /** How many variants of a resolution took how long. */
    durations: (resolution: string) =>
      observations(
        `variant_generation_duration_seconds_bucket{${selector}, resolution=~"${resolution}"}`,
      ),
    waiting,
    /** What waits while nothing at all is generated. */
    stalled: `${waiting} and ${rate(generations)} == 0`,
    oldest: `max(variant_queue_oldest_age_seconds{${selector}})`,
  };
}
