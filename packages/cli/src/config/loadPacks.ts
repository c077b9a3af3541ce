import { isError } from '@backstage/errors';
import {
  builtInPacks,
  PackRegistry,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../UsageError';

function isPack(value: unknown): value is MonitoringPack {
  const pack = value as Partial<MonitoringPack> | null | undefined;
  return (
    typeof pack === 'object' &&
    typeof pack?.id === 'string' &&
    [pack.dashboards, pack.alerts, pack.slis].every(
      part => typeof part === 'function',
    )
  );
}

/** Packs that a module exports, one by one or as a list. */
function packsOf(exported: Record<string, unknown>): MonitoringPack[] {
  const found = Object.values(exported)
    .flatMap(value => value)
    .filter(isPack);
  return [...new Set(found)];
}

/**
 * The built-in packs, and those that modules export.
 *
 * @param modules - packages that can be found from the directory, or files
 * @throws UsageError when a module cannot be loaded, or exports no packs
 */
export async function loadPacks(
  modules: string[],
  directory: string,
): Promise<PackRegistry> {
  const registry = PackRegistry.create(...builtInPacks);
  const require = createRequire(pathToFileURL(path.join(directory, 'x.js')));
  for (const name of modules) {
    try {
      const packs = packsOf(require(name));
      if (packs.length === 0) {
        throw new Error('it exports no packs');
      }
      registry.addPacks(...packs);
    } catch (error) {
      throw new UsageError(
        `The packs of '${name}' cannot be used: ${
          isError(error) ? error.message.split('\n')[0] : error
        }`,
      );
    }
  }
  return registry;
}
