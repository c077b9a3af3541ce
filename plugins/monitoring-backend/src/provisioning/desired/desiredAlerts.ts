import {
  identityRef,
  objectKey,
  objectOwner,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import {
  alertGroupName,
  DEFAULT_DATASOURCE,
  hashRuleGroup,
} from '../../targets';
import { alertRule, AlertTextOptions } from './alertRule';
import { desiredObject } from './desiredObject';
import { entityFields, objectTitle } from './entityFields';
import { grafanaAlertRule } from './grafanaAlertRule';
import { hashGroupsFor } from './hashGroupsFor';
import { splitGroup } from './splitGroup';

/** In seconds, a multiple of the 10 s that Grafana's scheduler counts in. */
const GRAFANA_INTERVAL = 60;

function alertsKey({ spec }: ResolvedMonitoring): string {
  return objectKey(
    identityRef(spec),
    'alert-rule-group',
    'alerts',
    spec.environment,
  );
}

/** An entity's alerts as rule groups of Prometheus. */
export function desiredAlertGroups(
  monitoring: ResolvedMonitoring,
  options: AlertTextOptions & { target: string },
): DesiredObject[] {
  const { spec, alerts } = monitoring;
  if (alerts.length === 0) {
    return [];
  }
  const { target, ...texts } = options;
  const key = alertsKey(monitoring);
  return [
    desiredObject(
      {
        ...entityFields(spec),
        key,
        kind: 'alert-rule-group',
        target,
        uid: objectUid(key),
        title: objectTitle(spec, 'alerts'),
        content: () => ({
          groups: splitGroup(
            {
              name: `sightline:alerts:${objectOwner(spec)}`,
              rules: alerts.map(alert =>
                alertRule(alert, monitoring, { ...texts, key }),
              ),
            },
            target,
          ),
        }),
      },
      hashGroupsFor(target),
    ),
  ];
}

/** An entity's alerts as a Grafana rule group. */
export function desiredGrafanaAlerts(
  monitoring: ResolvedMonitoring,
  options: {
    grafana: GrafanaConfig;
    /** Uid; absent: the default one of that Grafana. */
    datasource?: string;
  },
): DesiredObject[] {
  const { spec, alerts } = monitoring;
  if (alerts.length === 0) {
    return [];
  }
  const { grafana, datasource = DEFAULT_DATASOURCE } = options;
  const key = alertsKey(monitoring);
  return [
    desiredObject(
      {
        ...entityFields(spec),
        key,
        kind: 'alert-rule-group',
        target: `grafana:${grafana.id}`,
        uid: alertGroupName(objectOwner(spec)),
        title: objectTitle(spec, 'alerts'),
        content: () => ({
          interval: GRAFANA_INTERVAL,
          rules: alerts.map(alert =>
            grafanaAlertRule(alert, monitoring, { datasource, groupKey: key }),
          ),
        }),
      },
      hashRuleGroup,
    ),
  ];
}
