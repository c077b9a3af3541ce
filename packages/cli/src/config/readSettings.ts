import { Config, ConfigReader } from '@backstage/config';
import {
  MonitoringConfig,
  PackRegistry,
  readMonitoringConfig,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { loadConfig } from './loadConfig';
import { loadPacks } from './loadPacks';
import { ReadingOptions } from './ReadingOptions';

/** What an operator has set, as far as the command line knows it. */
export interface Settings {
  /** `monitoring` and all else of the configuration. */
  config: Config;
  monitoring: MonitoringConfig;
  /** `false` without configuration files: any server and channel is accepted. */
  configured: boolean;
  packs: PackRegistry;
  portalUrl?: string;
}

/**
 * Reads the configuration with the code of the portal.
 *
 * @throws UsageError that names the key and what was expected
 */
export function readMonitoring(config: Config): MonitoringConfig {
  try {
    return readMonitoringConfig(config);
  } catch (error) {
    throw new UsageError(
      `The configuration is wrong: ${(error as Error).message}`,
    );
  }
}

/**
 * Reads the configuration and loads the packs that a command line names. Says which environment
 * variables are not set.
 *
 * @throws UsageError when something of it cannot be used
 */
export async function readSettings(
  options: ReadingOptions,
  terminal: Terminal,
): Promise<Settings> {
  const { config, unset } = await loadConfig(options.config, terminal);
  if (unset.length > 0) {
    terminal.err(
      `note: ${unset.join(', ')} of the configuration ${
        unset.length === 1 ? 'is' : 'are'
      } not set here; a stand-in is used\n`,
    );
  }
  return {
    config,
    monitoring: readMonitoring(config),
    configured: options.config.length > 0,
    packs: await loadPacks(options.packModule, terminal.directory),
    portalUrl: config.getOptionalString('app.baseUrl'),
  };
}

/** Lays values over a configuration. */
export function overlay(
  config: Config,
  over: Record<string, any>,
): ConfigReader {
  return ConfigReader.fromConfigs([
    { context: 'configuration', data: config.get() as any },
    { context: 'command line', data: over },
  ]);
}
