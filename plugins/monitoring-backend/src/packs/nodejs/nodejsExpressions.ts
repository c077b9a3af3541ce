/**
 * PromQL on the processes of a service that run Node.js, by the default metrics of prom-client.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function nodejsExpressions(selector: string, window: string) {
  const series = (metric: string) => `${metric}{${selector}}`;
  const rateBy = (label: string, metric: string) =>
    `sum by (${label}) (rate(${series(metric)}[${window}]))`;
  return {
    /** Of the slowest process, in seconds. */
    lag: (quantile: 'p50' | 'p90' | 'p99') =>
      `max(${series(`nodejs_eventloop_lag_${quantile}_seconds`)})`,
    // The mean of what each scrape saw: one spike is no trouble, and one scrape that fails neither.
    lagByInstance: `max by (instance) (avg_over_time(${series(
      'nodejs_eventloop_lag_p99_seconds',
    )}[5m]))`,
    cpu: `sum(rate(${series('process_cpu_seconds_total')}[${window}]))`,
    cpuByInstance: rateBy('instance', 'process_cpu_seconds_total'),
    residentMemory: `sum(${series('process_resident_memory_bytes')})`,
    residentMemoryByInstance: `sum by (instance) (${series(
      'process_resident_memory_bytes',
    )})`,
    heapUsed: `sum(${series('nodejs_heap_size_used_bytes')})`,
    heapUsedByInstance: `sum by (instance) (${series(
      'nodejs_heap_size_used_bytes',
    )})`,
    heapBySpace: `sum by (space) (${series(
      'nodejs_heap_space_size_used_bytes',
    )})`,
    externalMemory: `sum(${series('nodejs_external_memory_bytes')})`,
    collecting: `max(${rateBy('instance', 'nodejs_gc_duration_seconds_sum')})`,
    collectingByInstance: rateBy('instance', 'nodejs_gc_duration_seconds_sum'),
    collectingByKind: rateBy('kind', 'nodejs_gc_duration_seconds_sum'),
    collectionsByKind: rateBy('kind', 'nodejs_gc_duration_seconds_count'),
    handlesByType: `sum by (type) (${series('nodejs_active_handles')})`,
    requests: `sum(${series('nodejs_active_requests_total')})`,
    restarts: `sum(changes(${series('process_start_time_seconds')}[1h]))`,
  };
}
