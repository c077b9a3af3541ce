import { seriesRates } from '../promql/seriesRates';

/**
 * PromQL over the HTTP requests of a service of the media platform. All of them count requests in
 * `http_request_duration_seconds{method, route, status_code}` (prom-client).
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function platformHttpExpressions(selector: string, window: string) {
  const count = `http_request_duration_seconds_count{${selector}}`;
  const failed = `http_request_duration_seconds_count{${selector}, status_code=~"5.."}`;
  const bucket = `http_request_duration_seconds_bucket{${selector}}`;
  const { rate, rateBy, share, shareBy, quantile, quantileBy, observations } =
    seriesRates(window);
  return {
    rate: rate(count),
    rateByRoute: rateBy('route', count),
    rateByAnswer: rateBy('status_code', count),
    errorShare: share(failed, count),
    errorShareByRoute: shareBy('route', failed, count),
    quantile: (part: number) => quantile(part, bucket),
    quantileByRoute: (part: number) => quantileBy('route', part, bucket),
    durations: observations(bucket),
  };
}
