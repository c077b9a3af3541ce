import {
  formatDuration,
  parseDuration,
} from '@sightline/backstage-plugin-monitoring-common';

/** As Grafana writes it. */
export const NO_TIME = '0s';

/**
 * A duration in one spelling: Grafana writes `90s` as `1m30s`, `7d` as `1w` and none as `0s`
 * (recording `alert-rules`).
 */
export function normaliseDuration(text: string | undefined): string {
  const seconds = parseDuration(text ?? NO_TIME);
  return seconds === undefined ? NO_TIME : formatDuration(seconds);
}
