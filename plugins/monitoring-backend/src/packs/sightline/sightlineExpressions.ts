import { HOLD } from '../hold';

/**
 * PromQL on what the monitoring backend counts of its own provisioning. Each replica counts what
 * it ran itself, and one runs at a time.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function sightlineExpressions(selector: string, window: string) {
  const series = (name: string, matchers = '') =>
    `sightline_provisioning_${name}{${selector}${matchers}}`;
  // A scrape that fails says nothing of the objects: what was known before counts as long.
  const last = (name: string, matchers = '') =>
    `last_over_time(${series(name, matchers)}[${HOLD.long}])`;
  const objects = (matchers: string) =>
    `sum(max by (target, kind, state) (${series('objects', matchers)}))`;
  const none = `0 * max(${series('last_success_timestamp_seconds')})`;
  const noneByTarget = `0 * min by (target) (${series('target_up')})`;
  const failedByTarget = `sum by (target) (max by (target, kind) (${last(
    'objects',
    ', state="failed"',
  )}))`;
  return {
    managed: objects(''),
    // What is switched off on purpose is not out of sync.
    inSyncShare: `(${objects(', state="in-sync"')} or ${none}) / (${objects(
      ', state!="disabled"',
    )} > 0)`,
    failedNow: `${objects(', state="failed"')} or ${none}`,
    driftedNow: `${objects(', state=~"drifted|conflict"')} or ${none}`,
    waiting: `max(${series('brake_waiting')})`,
    sinceSuccess: `time() - max(${last('last_success_timestamp_seconds')})`,
    runs: `sum by (status) (rate(${series('runs_total')}[${window}])) * 60`,
    duration: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (le) (rate(${series(
        'run_duration_seconds_bucket',
      )}[${window}])))`,
    writes: `sum by (kind) (rate(${series('writes_total')}[${window}])) * 60`,
    // Targets without a failure are at zero, not unknown.
    failedWrites: `sum by (target) (rate(${series(
      'writes_total',
      ', outcome="failed"',
    )}[${window}])) * 60 or ${noneByTarget}`,
    states: `sum by (state) (max by (target, kind, state) (${series(
      'objects',
    )}))`,
    failedByTarget,
    failedOrNoneByTarget: `${failedByTarget} or ${noneByTarget}`,
    targets: `min by (target) (${last('target_up')})`,
    toDelete: `max(${last('brake_waiting')})`,
  };
}
