import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../config';
import {
  AlertmanagerConfigTarget,
  GrafanaTarget,
  RuleFilesTarget,
} from '../targets';

/**
 * The targets that the configuration names; their ids differ, as the servers' ids do.
 *
 * @param options - `fingerprintKey`: of the hashes by which secrets are compared
 */
export function createTargets(
  config: MonitoringConfig,
  options: { fingerprintKey: string },
): ProvisioningTarget[] {
  const { provisioning } = config;
  const usesGrafana =
    provisioning.dashboards === 'grafana' || provisioning.alerts === 'grafana';
  return [
    ...(usesGrafana
      ? config.grafana.map(grafana =>
          GrafanaTarget.fromConfig(grafana, {
            alerts: provisioning.alerts === 'grafana',
            ...(provisioning.alerts === 'grafana'
              ? {
                  contactPoints: {
                    channels: config.notifications.channels,
                    key: options.fingerprintKey,
                  },
                }
              : {}),
          }),
        )
      : []),
    ...provisioning.ruleFiles.map(folder => RuleFilesTarget.fromConfig(folder)),
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
