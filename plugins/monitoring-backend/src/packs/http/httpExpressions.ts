/**
 * PromQL of the HTTP pack for one service.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function httpExpressions(selector: string, window: string) {
  const count = `http_request_duration_seconds_count{${selector}}`;
  const failed = `http_request_duration_seconds_count{${selector}, status_code=~"5.."}`;
  const bucket = `http_request_duration_seconds_bucket{${selector}}`;
  const rate = `sum(rate(${count}[${window}]))`;
  const failedRate = `sum(rate(${failed}[${window}]))`;
  const rateByRoute = `sum by (route) (rate(${count}[${window}]))`;
  const failedRateByRoute = `sum by (route) (rate(${failed}[${window}]))`;
  return {
    rate,
    rateByRoute,
    rateByStatus: `sum by (status_code) (rate(${count}[${window}]))`,
    // A service that has never failed has no series for failures: its ratio is 0, not nothing.
    errorRatio: `(${failedRate} or 0 * ${rate}) / ${rate}`,
    errorRatioByRoute: `(${failedRateByRoute} or 0 * ${rateByRoute}) / ${rateByRoute}`,
    quantile: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (le) (rate(${bucket}[${window}])))`,
    quantileByRoute: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (le, route) (rate(${bucket}[${window}])))`,
  };
}
