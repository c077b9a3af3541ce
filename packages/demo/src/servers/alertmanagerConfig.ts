import { stringify } from 'yaml';

/**
 * The operator's own part of Alertmanager's configuration, YAML: it tells nobody. What the portal
 * adds takes its times, which are short so that one can watch.
 */
export function alertmanagerConfig(): string {
  return stringify({
    route: {
      receiver: 'nobody',
      group_by: ['alertname', 'service', 'entity'],
      group_wait: '1s',
      group_interval: '5s',
      repeat_interval: '4h',
    },
    receivers: [{ name: 'nobody' }],
  });
}
