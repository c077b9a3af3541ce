import { seriesRates } from '../../promql/seriesRates';

/**
 * PromQL of the gateway's own metrics.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function mediaGatewayExpressions(selector: string, window: string) {
  const operations = `graphql_requests_total{${selector}}`;
  const failedOperations = `graphql_requests_total{${selector}, status="error"}`;
  const operationBucket = `graphql_request_duration_seconds_bucket{${selector}}`;
  const upstream = `media_gateway_upstream_requests_total{${selector}}`;
  const failedUpstream = `media_gateway_upstream_requests_total{${selector}, result="failure"}`;
  const upstreamBucket = `media_gateway_upstream_request_duration_seconds_bucket{${selector}}`;
  const { rateBy, share, shareBy, quantileBy } = seriesRates(window);
  const open = `media_gateway_open_connections{${selector}}`;
  // Per replica: one that is full turns people away, whatever the others have left.
  const limit = `max by (instance) (media_gateway_max_connections{${selector}})`;
  return {
    operations: rateBy('operation', operations),
    operationErrorShare: share(failedOperations, operations),
    operationErrorShareBy: shareBy('operation', failedOperations, operations),
    operationDuration: (part: number) =>
      quantileBy('operation', part, operationBucket),
    upstreamRequests: rateBy('upstream', upstream),
    upstreamErrorShare: share(failedUpstream, upstream),
    upstreamErrorShareBy: shareBy('upstream', failedUpstream, upstream),
    upstreamDuration: (part: number) =>
      quantileBy('upstream', part, upstreamBucket),
    connections: `sum(${open})`,
    connectionShare: `max by (instance) (${open}) / (${limit} > 0)`,
    fullestShare: `max(max by (instance) (${open}) / (${limit} > 0))`,
    inFlight: `sum(media_gateway_requests_in_flight{${selector}})`,
  };
}
