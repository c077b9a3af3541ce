import {
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { DEFAULT_DATASOURCE, hashRuleGroup } from '../../targets';
import { alertRule, AlertTextOptions } from './alertRule';
import { desiredObject } from './desiredObject';
import { grafanaAlertRule } from './grafanaAlertRule';

/** In seconds, a multiple of the 10 s that Grafana's scheduler counts in. */
const GRAFANA_INTERVAL = 60;

/** An entity's alerts as a Prometheus rule file. */
export function desiredAlertFile(
  monitoring: ResolvedMonitoring,
  options: AlertTextOptions,
): DesiredObject[] {
  const { entityRef, title } = monitoring.spec;
  if (monitoring.alerts.length === 0) {
    return [];
  }
  const key = objectKey(entityRef, 'alert-rule-group', 'alerts');
  return [
    desiredObject({
      key,
      kind: 'alert-rule-group',
      entityRef,
      target: 'rule-files:default',
      uid: objectUid(key),
      title: `${title} · alerts`,
      content: {
        groups: [
          {
            name: `sightline:alerts:${entityRef}`,
            rules: monitoring.alerts.map(alert =>
              alertRule(alert, monitoring, { ...options, key }),
            ),
          },
        ],
      },
    }),
  ];
}

/** An entity's alerts as a Grafana rule group. */
export function desiredAlertGroup(
  monitoring: ResolvedMonitoring,
  grafana: GrafanaConfig,
): DesiredObject[] {
  const { entityRef, title } = monitoring.spec;
  if (monitoring.alerts.length === 0) {
    return [];
  }
  const key = objectKey(entityRef, 'alert-rule-group', 'alerts');
  return [
    desiredObject(
      {
        key,
        kind: 'alert-rule-group',
        entityRef,
        target: `grafana:${grafana.id}`,
        uid: `sightline:alerts:${entityRef}`,
        title: `${title} · alerts`,
        content: {
          interval: GRAFANA_INTERVAL,
          rules: monitoring.alerts.map(alert =>
            grafanaAlertRule(alert, monitoring, {
              datasource: grafana.datasource ?? DEFAULT_DATASOURCE,
              groupKey: key,
            }),
          ),
        },
      },
      hashRuleGroup,
    ),
  ];
}
