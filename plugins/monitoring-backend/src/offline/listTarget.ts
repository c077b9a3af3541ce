import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { stat } from 'node:fs/promises';
import { MonitoringConfig, RuleFilesConfig } from '../config';
import { OfflineState } from './OfflinePlanner';
import { GrafanaTarget, RuleFilesTarget } from '../targets';

/**
 * What the first of the configured Grafanas holds of ours, and under our uids; only reads. Contact
 * points are not looked at.
 *
 * @throws `InputError` when none is configured
 * @throws `ServiceUnavailableError` when it does not answer properly
 * @public
 */
export async function listGrafana(
  { grafana: [config], provisioning }: MonitoringConfig,
  wanted: DesiredObject[],
  options: { fetch?: typeof fetch; signal?: AbortSignal } = {},
): Promise<OfflineState> {
  if (!config) {
    throw new InputError('monitoring.grafana names no server');
  }
  const slos = provisioning.slos === 'grafana';
  const alerts = slos || provisioning.alerts === 'grafana';
  const target = GrafanaTarget.fromConfig(config, {
    alerts,
    slos,
    muteTimings: alerts,
    fetch: options.fetch,
  });
  const own = wanted.filter(object => object.target === target.id);
  const { signal } = options;
  return { target: target.id, objects: await target.list(own, { signal }) };
}

/**
 * What a folder of rule files holds; only reads.
 *
 * @throws `ServiceUnavailableError` when there is no such folder
 * @public
 */
export async function listRuleFiles(
  config: RuleFilesConfig,
  wanted: DesiredObject[],
): Promise<OfflineState> {
  const found = await stat(config.directory).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new ServiceUnavailableError(
      `There is no folder '${config.directory}' with rule files`,
    );
  }
  const target = RuleFilesTarget.fromConfig(config);
  const own = wanted.filter(object => object.target === target.id);
  return {
    target: target.id,
    // With a ref, leftovers of others' writes are not tidied up; of a new target, all files are read.
    objects: await target.list(own, { entityRef: '' }),
  };
}
