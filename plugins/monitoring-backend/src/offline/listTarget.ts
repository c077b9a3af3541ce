import { ServiceUnavailableError } from '@backstage/errors';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { stat } from 'node:fs/promises';
import { GrafanaConfig, RuleFilesConfig } from '../config';
import { ActualState } from '../provisioning/plan';
import { GrafanaTarget, RuleFilesTarget } from '../targets';

/**
 * What a Grafana holds of ours, and under our uids; only reads. Contact points are not looked at.
 *
 * @throws `ServiceUnavailableError` when it does not answer properly
 * @public
 */
export async function listGrafana(
  config: GrafanaConfig,
  wanted: DesiredObject[],
  options: { alerts: boolean; fetch?: typeof fetch; signal?: AbortSignal },
): Promise<ActualState> {
  const { alerts, signal } = options;
  const target = GrafanaTarget.fromConfig(config, {
    alerts,
    muteTimings: alerts,
    fetch: options.fetch,
  });
  const own = wanted.filter(object => object.target === target.id);
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
): Promise<ActualState> {
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
