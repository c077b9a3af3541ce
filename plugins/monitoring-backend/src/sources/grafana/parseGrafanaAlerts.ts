import { GrafanaAlert } from './GrafanaAlertSource';

interface WireAlert {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  /** `Alerting`, `Pending`, `Normal`, also with a reason: `Alerting (NoData)`. */
  state?: string;
  activeAt?: string;
}

const STATES: Record<string, GrafanaAlert['state'] | undefined> = {
  Alerting: 'firing',
  // The condition holds no longer, but the rule lets it fire on.
  Recovering: 'firing',
  Pending: 'pending',
};

/** Labels that Grafana adds; those of an instance without data among them. */
const ADDED = ['grafana_folder', 'datasource_uid', 'ref_id'];

/** Where our rules keep the value: Grafana's own is that of the condition, which is always 1. */
const VALUE = 'sightline_value';

function withoutAdded(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(
      ([label]) => !label.startsWith('__') && !ADDED.includes(label),
    ),
  );
}

/** Reads the instances of Grafana's state API; those that neither fire nor may soon are left out. */
export function parseGrafanaAlerts(alerts: unknown[]): GrafanaAlert[] {
  return (alerts as WireAlert[]).flatMap(alert => {
    const state = STATES[(alert?.state ?? '').split(' ')[0]];
    if (!state) {
      return [];
    }
    const { [VALUE]: value, ...annotations } = alert.annotations ?? {};
    return [
      {
        labels: withoutAdded(alert.labels ?? {}),
        annotations,
        state,
        activeAt: alert.activeAt ?? '',
        value: Number(value || NaN),
      },
    ];
  });
}
