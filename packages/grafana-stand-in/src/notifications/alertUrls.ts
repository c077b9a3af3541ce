import { ToldAlert } from './types';

const HOUR = 3_600_000;
/** Grafana makes no matchers of these; the rule's uid stands for them. */
const NOT_MATCHED = ['alertname', 'grafana_folder'];

function silenceUrl({ rule, instance }: ToldAlert, base: string): string {
  const query = new URLSearchParams({ alertmanager: 'grafana' });
  query.append('matcher', `__alert_rule_uid__=${rule.uid}`);
  for (const [label, value] of Object.entries(instance.labels).sort()) {
    if (!NOT_MATCHED.includes(label)) {
      query.append('matcher', `${label}=${value}`);
    }
  }
  query.append('orgId', '1');
  return `${base}/alerting/silence/new?${query}`;
}

/** Where a message leads to; what the alert does not name is empty. */
export function alertUrls(
  alert: ToldAlert,
  options: { base: string; now: Date },
) {
  const { base, now } = options;
  const { __dashboardUid__: dashboard, __panelId__: panel } =
    alert.instance.annotations;
  const dashboardURL = dashboard
    ? `${base}/d/${dashboard}?from=${
        alert.startsAt.getTime() - HOUR
      }&orgId=1&to=${(alert.endsAt ?? now).getTime()}`
    : '';
  return {
    generatorURL: `${base}/alerting/grafana/${alert.rule.uid}/view?orgId=1`,
    silenceURL: silenceUrl(alert, base),
    dashboardURL,
    panelURL: dashboard && panel ? `${dashboardURL}&viewPanel=${panel}` : '',
  };
}
