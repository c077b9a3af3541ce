import { Config, ConfigReader } from '@backstage/config';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** A configuration, and what of it is not known here. */
export interface LoadedConfig {
  config: Config;
  /** Names of environment variables that it uses and that are not set. */
  unset: string[];
}

/**
 * A value for an environment variable that is not set, as secrets seldom are where files are
 * checked: a text that is an address too, so that the configuration can be read.
 */
function standIn(name: string): string {
  return `https://${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.invalid`;
}

/**
 * Reads configuration files as a portal does, included files and environment variables too.
 *
 * @param files - later ones win; without any the configuration is empty
 * @throws UsageError when one cannot be read
 */
export async function loadConfig(
  files: string[],
  terminal: Pick<Terminal, 'directory' | 'env'>,
): Promise<LoadedConfig> {
  if (files.length === 0) {
    return { config: new ConfigReader({}), unset: [] };
  }
  const unset = new Set<string>();
  const substitutionFunc = async (name: string) => {
    const value = terminal.env[name]?.trim();
    if (value === undefined || value === '') {
      unset.add(name);
      return standIn(name);
    }
    return value;
  };
  const paths = files.map(file => path.resolve(terminal.directory, file));
  for (const [index, file] of paths.entries()) {
    if (!(await stat(file).catch(() => undefined))?.isFile()) {
      throw new UsageError(`There is no configuration file '${files[index]}'`);
    }
  }
  try {
    const config = await ConfigSources.toConfig(
      ConfigSources.merge(
        paths.map(file =>
          FileConfigSource.create({
            path: file,
            watch: false,
            substitutionFunc,
          }),
        ),
      ),
    );
    config.close();
    return { config, unset: [...unset].sort() };
  } catch (error) {
    throw new UsageError(
      `The configuration cannot be read: ${(error as Error).message}`,
    );
  }
}
