import { ConflictError } from '@backstage/errors';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../config';
import { GrafanaTarget, RuleFilesTarget } from '../targets';

/**
 * The targets that the configuration names, and those that modules added.
 *
 * @throws `ConflictError` when two have the same id
 */
export function createTargets(
  config: MonitoringConfig,
  added: ProvisioningTarget[],
): ProvisioningTarget[] {
  const { provisioning } = config;
  const usesGrafana =
    provisioning.dashboards === 'grafana' || provisioning.alerts === 'grafana';
  const targets: ProvisioningTarget[] = [
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
    ...added,
  ];
  const ids = targets.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new ConflictError(`Two provisioning targets are called '${twice}'`);
  }
  return targets;
}
