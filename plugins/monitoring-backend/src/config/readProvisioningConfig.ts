import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readAlertmanagerFileConfig } from './readAlertmanagerFileConfig';
import { readDuration } from './readDuration';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { ProvisioningConfig } from './types';

const PATH = 'monitoring.provisioning';
const DAY = 24 * 60 * 60 * 1000;

function readChoice<T extends string>(
  config: Config | undefined,
  key: string,
  choices: readonly T[],
  defaultChoice: T,
): T {
  const text = config?.getOptionalString(key) ?? defaultChoice;
  const choice = choices.find(known => known === text);
  if (!choice) {
    throw new InputError(
      `${PATH}.${key} is '${text}'; expected one of ${choices.join(', ')}`,
    );
  }
  return choice;
}

function readRuleFilesServer(
  ruleFiles: Config,
  known: string[],
): string | undefined {
  const id = ruleFiles.getOptionalString('prometheus') ?? known[0];
  if (id !== undefined && !known.includes(id)) {
    throw new InputError(
      `${PATH}.ruleFiles.prometheus is '${id}', but monitoring.prometheus names no such server; there are: ${
        known.join(', ') || 'none'
      }`,
    );
  }
  return id;
}

function readRuleFiles(
  config: Config | undefined,
  prometheus: string[],
): ProvisioningConfig['ruleFiles'] {
  const ruleFiles = config?.getOptionalConfig('ruleFiles');
  if (!ruleFiles) {
    return undefined;
  }
  return {
    directory: ruleFiles.getString('directory'),
    prometheus: readRuleFilesServer(ruleFiles, prometheus),
    reloadUrl: ruleFiles.has('reloadUrl')
      ? readUrl(ruleFiles, 'reloadUrl', `${PATH}.ruleFiles`)
      : undefined,
    auth: readUpstreamAuth(ruleFiles, { path: `${PATH}.ruleFiles` }),
    promtool: ruleFiles.getOptionalString('promtool'),
  };
}

function readMaxShare(config: Config | undefined): number {
  const maxShare = config?.getOptionalNumber('prune.maxShare') ?? 0.2;
  if (maxShare < 0 || maxShare > 1) {
    throw new InputError(
      `${PATH}.prune.maxShare is ${maxShare}; expected a share between 0 and 1`,
    );
  }
  return maxShare;
}

/**
 * Reads `monitoring.provisioning`.
 *
 * @throws `InputError` when something is to be written to a target that is not configured, or a
 *   server is named that is not
 */
export function readProvisioningConfig(
  config: Config | undefined,
  options: {
    hasGrafana: boolean;
    /** Ids of the configured servers. */
    prometheus: string[];
  },
): ProvisioningConfig {
  const ruleFiles = readRuleFiles(config, options.prometheus);
  const provisioning: ProvisioningConfig = {
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : { frequency: { minutes: 5 }, timeout: { minutes: 10 } },
    mode: readChoice(config, 'mode', ['apply', 'plan'], 'apply'),
    dashboards: readChoice(
      config,
      'dashboards',
      ['grafana', 'none'],
      options.hasGrafana ? 'grafana' : 'none',
    ),
    alerts: readChoice(
      config,
      'alerts',
      ['grafana', 'ruleFiles', 'none'],
      ruleFiles ? 'ruleFiles' : 'none',
    ),
    slos: readChoice(
      config,
      'slos',
      ['ruleFiles', 'none'],
      ruleFiles ? 'ruleFiles' : 'none',
    ),
    ruleFiles,
    alertmanagerConfig: readAlertmanagerFileConfig(config),
    onDrift: readChoice(config, 'onDrift', ['keep', 'revert'], 'keep'),
    prune: {
      enabled: config?.getOptionalBoolean('prune.enabled') ?? true,
      grace: readDuration(config?.getOptionalConfig('prune'), 'grace', {
        path: `${PATH}.prune`,
        default: DAY,
        minimum: 0,
      }),
      maxShare: readMaxShare(config),
    },
  };
  for (const key of ['dashboards', 'alerts'] as const) {
    if (provisioning[key] === 'grafana' && !options.hasGrafana) {
      throw new InputError(
        `${PATH}.${key} is 'grafana', but monitoring.grafana names no server`,
      );
    }
  }
  for (const key of ['alerts', 'slos'] as const) {
    if (provisioning[key] === 'ruleFiles' && !ruleFiles) {
      throw new InputError(
        `${PATH}.${key} is 'ruleFiles', but ${PATH}.ruleFiles.directory is not set`,
      );
    }
  }
  return provisioning;
}
