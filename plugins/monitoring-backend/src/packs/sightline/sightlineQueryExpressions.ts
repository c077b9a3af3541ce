import { HOLD } from '../hold';

/**
 * PromQL on what the monitoring backend counts of the queries that it answers, and of the servers
 * that it asks for them. Each replica has caches, a queue and a breaker of its own.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function sightlineQueryExpressions(selector: string, window: string) {
  const series = (name: string, matchers = '') =>
    `sightline_${name}{${selector}${matchers}}`;
  const rates = (label: string, name: string, matchers = '') =>
    `sum by (${label}) (rate(${series(name, matchers)}[${window}]))`;
  const quantile = (share: number, name: string) =>
    `histogram_quantile(${share}, ${rates('upstream, le', `${name}_bucket`)})`;
  const requests = (matchers = '') =>
    rates('upstream', 'upstream_requests_total', matchers);
  // Between two trials of an open one it is half open.
  const notClosed = series('upstream_breaker_state', ', state!="closed"');
  const known = `${rates(
    'upstream',
    'query_samples_total',
    ', source="cache"',
  )} / ${rates('upstream', 'query_samples_total')}`;
  return {
    answers: rates('state', 'query_range_answers_total'),
    answersByUpstream: rates('upstream', 'query_range_answers_total'),
    known,
    samples: rates('source', 'query_samples_total'),
    reusedLines: `sum(rate(${series('query_reused_lines_total')}[${window}]))`,
    joins: `sum(rate(${series('query_joins_total')}[${window}]))`,
    stale: rates('upstream', 'query_range_answers_total', ', state="stale"'),
    // Of the replica that holds most: each is bounded by itself.
    cacheBytes: `max by (cache) (${series('query_cache_bytes')})`,
    duration: (share: number) =>
      quantile(share, 'upstream_request_duration_seconds'),
    outcomes: rates('outcome', 'upstream_requests_total'),
    active: `sum by (upstream) (${series('upstream_active_requests')})`,
    waiting: `sum by (upstream) (${series('upstream_waiting_requests')})`,
    waited: quantile(0.99, 'upstream_queue_wait_seconds'),
    // Where nothing is asked, nothing is refused.
    refused: `${requests(
      ', outcome="queue-full"',
    )} / (${requests()} > 0) or 0 * max by (upstream) (${series(
      'upstream_active_requests',
    )})`,
    breakers: `max by (upstream) (${notClosed})`,
    // An open breaker that nobody asks stays open: what counts is who asks in vain.
    inVain: `sum by (upstream) (increase(${series(
      'upstream_requests_total',
      ', outcome=~"breaker-open|failed|timeout"',
    )}[${window}])) * on (upstream) max by (upstream) (last_over_time(${notClosed}[${
      HOLD.long
    }]))`,
  };
}
