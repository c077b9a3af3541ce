import { seriesRates } from '../../promql/seriesRates';

/** Clients in the table. */
const WORST = 10;

/** How long the end of a certificate stands when a scrape or a probe fails. */
const CERTIFICATE_HOLD = '15m';

/**
 * PromQL of what the gateway tells of those who are not let in.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function gatewaySecurityExpressions(selector: string, window: string) {
  const attempts = `media_gateway_auth_requests_total{${selector}}`;
  const failed = `media_gateway_auth_requests_total{${selector}, result="failure"}`;
  const undecided = `media_gateway_auth_requests_total{${selector}, result="error"}`;
  const { rate, rateBy, share, quantile } = seriesRates(window);
  const authBucket = `media_gateway_auth_duration_seconds_bucket{${selector}}`;
  const tokenErrors = `media_gateway_token_errors_total{${selector}}`;
  const limited = `media_gateway_rate_limited_requests_total{${selector}}`;
  const blocked = `media_gateway_blocked_requests_total{${selector}}`;
  const rejections = (span: string) =>
    `sum by (client_id, network) (increase(media_gateway_client_rejections_total{${selector}}[${span}]))`;
  const worst = `topk(${WORST}, ${rejections('1h')})`;
  // The replica with the oldest certificate counts: one that was not reloaded still serves it. A
  // missed probe must not end the alert, a replica that has gone must. A probe of the blackbox
  // exporter names its host in `instance`.
  const certificateEnds = [
    `min by (host) (last_over_time(media_gateway_certificate_expiry_timestamp_seconds{${selector}}[${CERTIFICATE_HOLD}]))`,
    `min by (host) (label_replace(last_over_time(probe_ssl_earliest_cert_expiry{${selector}}[${CERTIFICATE_HOLD}]), "host", "$1", "instance", "(.*)"))`,
  ].join(' or ');
  // None is born before its first event: an amount of zero is worth seeing.
  const orNone = (amount: string) => `${amount} or 0 * ${rate(attempts)}`;
  return {
    attemptsByResult: rateBy('result', attempts),
    failuresByReason: rateBy(
      'reason',
      `media_gateway_auth_failures_total{${selector}}`,
    ),
    failureShare: share(failed, attempts),
    failureRate: rate(failed),
    undecidedShare: share(undecided, attempts),
    authenticationDuration: (part: number) => quantile(part, authBucket),
    tokenErrors: orNone(rate(tokenErrors)),
    tokenErrorsByKind: rateBy('error', tokenErrors),
    limited: orNone(rate(limited)),
    limitedByReason: rateBy('limit', limited),
    blocked: orNone(rate(blocked)),
    blockedByReason: rateBy('reason', blocked),
    worstClients: worst,
    /** Of the same clients, the last five minutes. */
    worstClientsNow: `${rejections('5m')} and ${worst}`,
    /** In seconds, per host; below zero once it has ended. */
    certificateLeft: `(${certificateEnds}) - time()`,
    shortestCertificate: `min(${certificateEnds}) - time()`,
  };
}
