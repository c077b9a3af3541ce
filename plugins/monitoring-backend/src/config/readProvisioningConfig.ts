import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readAlertmanagerFileConfig } from './readAlertmanagerFileConfig';
import { readChoice } from './readChoice';
import { readDuration } from './readDuration';
import { readMimirConfig } from './readMimirConfig';
import { readRuleFilesConfig } from './readRuleFilesConfig';
import { PrometheusConfig, ProvisioningConfig } from './types';

const PATH = 'monitoring.provisioning';
const DAY = 24 * 60 * 60 * 1000;

function readMaxShare(config: Config | undefined): number {
  const maxShare = config?.getOptionalNumber('prune.maxShare') ?? 0.2;
  if (maxShare < 0 || maxShare > 1) {
    throw new InputError(
      `${PATH}.prune.maxShare is ${maxShare}; expected a share between 0 and 1`,
    );
  }
  return maxShare;
}

/** Where one kind of objects goes. */
function readDestination(
  config: Config | undefined,
  key: 'dashboards' | 'alerts' | 'slos',
  options: { own: string[]; added: string[]; default: string },
): string {
  return readChoice(config, key, {
    path: PATH,
    choices: [...options.own, 'none', ...options.added],
    default: options.default,
  });
}

/** @throws `InputError` when something goes to what is not configured */
function assertConfigured(
  provisioning: ProvisioningConfig,
  hasGrafana: boolean,
): void {
  const missing: Record<string, string | undefined> = {
    grafana: hasGrafana ? undefined : 'monitoring.grafana names no server',
    ruleFiles:
      provisioning.ruleFiles.length > 0
        ? undefined
        : `${PATH}.ruleFiles.directory is not set`,
    mimir:
      provisioning.mimir.length > 0
        ? undefined
        : `${PATH}.mimir names no ruler`,
  };
  for (const key of ['dashboards', 'alerts', 'slos'] as const) {
    const reason = missing[provisioning[key]];
    if (reason) {
      throw new InputError(
        `${PATH}.${key} is '${provisioning[key]}', but ${reason}`,
      );
    }
  }
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
    prometheus: PrometheusConfig[];
    /** Ids of the targets that modules added. */
    targets: string[];
  },
): ProvisioningConfig {
  const { hasGrafana, prometheus, targets: added } = options;
  const ruleFiles = readRuleFilesConfig(
    config,
    prometheus.map(({ id }) => id),
  );
  const mimir = readMimirConfig(config, prometheus);
  const rules = ruleFiles.length > 0 ? 'ruleFiles' : 'none';
  const provisioning: ProvisioningConfig = {
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : { frequency: { minutes: 5 }, timeout: { minutes: 10 } },
    mode: readChoice(config, 'mode', {
      path: PATH,
      choices: ['apply', 'plan', 'remove'],
      default: 'apply',
    }),
    dashboards: readDestination(config, 'dashboards', {
      own: ['grafana'],
      added,
      default: hasGrafana ? 'grafana' : 'none',
    }),
    alerts: readDestination(config, 'alerts', {
      own: ['grafana', 'ruleFiles', 'mimir'],
      added,
      default: rules,
    }),
    slos: readDestination(config, 'slos', {
      own: ['grafana', 'ruleFiles', 'mimir'],
      added,
      default: rules,
    }),
    ruleFiles,
    mimir,
    alertmanagerConfig: readAlertmanagerFileConfig(config),
    onDrift: readChoice(config, 'onDrift', {
      path: PATH,
      choices: ['keep', 'revert'],
      default: 'keep',
    }),
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
  assertConfigured(provisioning, hasGrafana);
  return provisioning;
}
