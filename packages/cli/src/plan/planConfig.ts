import { Config } from '@backstage/config';
import { MonitoringConfig } from '@sightline/backstage-plugin-monitoring-backend/offline';
import path from 'node:path';
import { overlay, readMonitoring, Settings } from '../config/readSettings';
import { isAddress } from '../servers/isAddress';
import { checkToken } from '../servers/readHeaders';
import { readAddress } from '../servers/readAddress';
import { Terminal } from '../Terminal';
import { PlanCommandOptions } from './PlanCommandOptions';

/** Of servers that nobody named: nothing is sent there. */
const NOWHERE = 'http://not-configured.invalid';

type Json = Record<string, any>;

/** With what the command line says put over the first of those that are configured. */
function withFirst(configured: unknown, over: Json): Json[] {
  const [first, ...others] = Array.isArray(configured)
    ? configured
    : [configured ?? { id: 'default' }];
  return [{ ...first, ...over }, ...others];
}

function grafanaSettings(
  configured: unknown,
  options: PlanCommandOptions,
  terminal: Terminal,
): Json {
  if (!isAddress(options.grafana)) {
    return {};
  }
  const token = checkToken(terminal.env.GRAFANA_TOKEN, 'GRAFANA_TOKEN');
  return {
    grafana: withFirst(configured, {
      url: readAddress('--grafana', options.grafana),
      ...(token ? { auth: { method: 'bearer', token } } : {}),
    }),
  };
}

function ruleFilesSettings(
  configured: unknown,
  { prometheusRules }: PlanCommandOptions,
  directory: string,
): Json {
  if (prometheusRules === undefined) {
    return {};
  }
  const [first, ...others] = withFirst(configured, {
    directory: path.resolve(directory, prometheusRules),
  });
  return {
    provisioning: {
      ruleFiles: Array.isArray(configured) ? [first, ...others] : first,
    },
  };
}

/** Everything that provisioning can do, as far as it needs no more settings. */
const EVERYTHING: Json = {
  prometheus: [{ id: 'default', url: NOWHERE }],
  grafana: [{ id: 'default', url: NOWHERE }],
  provisioning: {
    dashboards: 'grafana',
    alerts: 'ruleFiles',
    slos: 'ruleFiles',
    ruleFiles: { directory: 'rules' },
  },
};

function merged(config: Config, parts: Json[]): Config {
  return parts.reduce<Config>(
    (all, part) => overlay(all, { monitoring: part }),
    config,
  );
}

/**
 * The configuration that is planned with: that of the portal, or one in which everything goes
 * somewhere, with the targets that the command line names.
 *
 * @throws UsageError when an option or the configuration is wrong
 */
export function planConfig(
  settings: Settings,
  options: PlanCommandOptions,
  terminal: Terminal,
): MonitoringConfig {
  const base = settings.configured
    ? settings.config
    : merged(settings.config, [EVERYTHING]);
  return readMonitoring(
    merged(base, [
      grafanaSettings(
        base.getOptional('monitoring.grafana'),
        options,
        terminal,
      ),
      ruleFilesSettings(
        base.getOptional('monitoring.provisioning.ruleFiles'),
        options,
        terminal.directory,
      ),
    ]),
  );
}
