import { HOLD } from '../hold';

/**
 * PromQL on the processes of a service, by the metrics that the client libraries of Prometheus
 * collect of the process that they are in.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function processExpressions(selector: string, window: string) {
  const series = (metric: string) => `${metric}{${selector}}`;
  // A scrape that fails says nothing of the process: what was known before counts as long.
  const last = (metric: string) =>
    `last_over_time(${series(metric)}[${HOLD.long}])`;
  const start = series('process_start_time_seconds');
  return {
    processes: `count(${start})`,
    cpu: `sum(rate(${series('process_cpu_seconds_total')}[${window}]))`,
    cpuByInstance: `sum by (instance) (rate(${series(
      'process_cpu_seconds_total',
    )}[${window}]))`,
    residentMemory: `sum(${series('process_resident_memory_bytes')})`,
    residentMemoryByInstance: `sum by (instance) (${series(
      'process_resident_memory_bytes',
    )})`,
    openDescriptors: `sum by (instance) (${series('process_open_fds')})`,
    descriptorShare: `max by (instance) (${last('process_open_fds')} / (${last(
      'process_max_fds',
    )} > 0))`,
    restarts: `sum(changes(${start}[1h]))`,
    restartsByInstance: `sum by (instance) (changes(${start}[30m]))`,
    youngest: `time() - max(${start})`,
    ageByInstance: `time() - max by (instance) (${start})`,
  };
}
