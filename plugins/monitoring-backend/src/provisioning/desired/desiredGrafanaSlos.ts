import {
  AlertSeverity,
  objectOwner,
  rawSloAlerts,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { DEFAULT_DATASOURCE, hashRuleGroup, sloGroupName } from '../../targets';
import { desiredObject } from './desiredObject';
import { ownSlosKey, sloRuleOptions, SloTextOptions } from './desiredSlos';
import { entityFields, objectTitle } from './entityFields';
import { grafanaSloRule } from './grafanaAlertRule';

/** In seconds, as often as Prometheus would look. */
const INTERVAL = 60;

/** An entity's SLO alerts as a Grafana rule group, and of which severities they are. */
export interface DesiredGrafanaSlos {
  objects: DesiredObject[];
  severities: AlertSeverity[];
}

/** Alerts of an entity's SLOs on the raw series: a Grafana records none. */
export function desiredGrafanaSlos(
  monitoring: ResolvedMonitoring,
  options: SloTextOptions & {
    grafana: GrafanaConfig;
    /** Uid; absent: the default one of that Grafana. */
    datasource?: string;
  },
): DesiredGrafanaSlos {
  const { spec, slos } = monitoring;
  const { grafana, datasource = DEFAULT_DATASOURCE } = options;
  const groupKey = ownSlosKey(monitoring);
  const alerts = () =>
    slos.flatMap(slo =>
      rawSloAlerts(slo, sloRuleOptions(monitoring, options)).map(alert => ({
        alert,
        id: slo.id,
      })),
    );
  const severities = alerts().map(
    ({ alert }) => alert.labels?.severity as AlertSeverity,
  );
  if (severities.length === 0) {
    return { objects: [], severities };
  }
  return {
    objects: [
      desiredObject(
        {
          ...entityFields(spec),
          key: groupKey,
          kind: 'slo-rule-group',
          target: `grafana:${grafana.id}`,
          uid: sloGroupName(objectOwner(spec)),
          title: objectTitle(spec, 'SLO alerts'),
          content: () => ({
            interval: INTERVAL,
            rules: alerts().map(({ alert, id }) =>
              grafanaSloRule(alert, id, monitoring, { datasource, groupKey }),
            ),
          }),
        },
        hashRuleGroup,
      ),
    ],
    severities,
  };
}
