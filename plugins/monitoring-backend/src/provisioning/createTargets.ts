import { ConflictError } from '@backstage/errors';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../config';
import {
  AlertmanagerConfigTarget,
  GrafanaTarget,
  MimirTarget,
  RuleFilesTarget,
} from '../targets';

function grafanaTargets(
  { grafana, notifications, provisioning }: MonitoringConfig,
  key: string,
): ProvisioningTarget[] {
  const slos = provisioning.slos === 'grafana';
  const alerts = slos || provisioning.alerts === 'grafana';
  if (!alerts && provisioning.dashboards !== 'grafana') {
    return [];
  }
  return grafana.map(one =>
    GrafanaTarget.fromConfig(one, {
      alerts,
      slos,
      muteTimings: alerts,
      ...(alerts
        ? { contactPoints: { channels: notifications.channels, key } }
        : {}),
    }),
  );
}

/** Objects are remembered by the id of their target. */
function assertUnique(targets: ProvisioningTarget[]): void {
  const seen = new Set<string>();
  for (const { id } of targets) {
    if (seen.has(id)) {
      throw new ConflictError(
        `A module adds a target of provisioning that is called '${id}', as one of Sightline's own; remove the module, or have it choose another id`,
      );
    }
    seen.add(id);
  }
}

/**
 * The targets that the configuration names, and those that modules added.
 *
 * @param options - `fingerprintKey`: of the hashes by which secrets are compared
 * @throws `ConflictError` when two have one id
 */
export function createTargets(
  config: MonitoringConfig,
  options: { fingerprintKey: string; added?: ProvisioningTarget[] },
): ProvisioningTarget[] {
  const { provisioning, notifications } = config;
  const { alertmanagerConfig, mimir, ruleFiles } = provisioning;
  const targets = [
    ...grafanaTargets(config, options.fingerprintKey),
    ...ruleFiles.map(folder => RuleFilesTarget.fromConfig(folder)),
    ...mimir.map(ruler => MimirTarget.fromConfig(ruler)),
    ...(alertmanagerConfig
      ? [AlertmanagerConfigTarget.fromConfig(alertmanagerConfig, notifications)]
      : []),
    ...(options.added ?? []),
  ];
  assertUnique(targets);
  return targets;
}
