import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../config';
import {
  AlertmanagerConfigTarget,
  GrafanaTarget,
  RuleFilesTarget,
} from '../targets';

/** The targets that the configuration names; their ids differ, as the servers' ids do. */
export function createTargets(config: MonitoringConfig): ProvisioningTarget[] {
  const { provisioning } = config;
  const usesGrafana =
    provisioning.dashboards === 'grafana' || provisioning.alerts === 'grafana';
  return [
    ...(usesGrafana
      ? config.grafana.map(grafana =>
          GrafanaTarget.fromConfig(grafana, {
            alerts: provisioning.alerts === 'grafana',
          }),
        )
      : []),
    ...(provisioning.ruleFiles
      ? [RuleFilesTarget.fromConfig(provisioning.ruleFiles)]
      : []),
    ...(provisioning.alertmanagerConfig
      ? [
          AlertmanagerConfigTarget.fromConfig(
            provisioning.alertmanagerConfig,
            config.notifications,
          ),
        ]
      : []),
  ];
}
