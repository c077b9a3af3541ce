import {
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../config';
import { PackRegistry } from './PackRegistry';
import { resolveMonitoring } from './resolveMonitoring';
import { unreachableChannels } from './unreachableChannels';
import { ResolvedMonitoring } from './types';

/** Finds which of some packs' probes an entity's series answer to. */
export interface ProbeFinder {
  find(
    spec: MonitoringSpec,
    packs: MonitoringPack[],
  ): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
}

/** Where `monitoring.provisioning` puts rules into files: the server that reads them. */
function rulesPrometheus({
  provisioning,
}: MonitoringConfig): string | undefined {
  const { alerts, slos, ruleFiles } = provisioning;
  return [alerts, slos].includes('ruleFiles')
    ? ruleFiles[0]?.prometheus
    : undefined;
}

/**
 * {@link resolveMonitoring} with the configuration and what the entity's live metrics are. Only
 * for packs that depend on those is anybody asked.
 */
export function createResolver(options: {
  packs: PackRegistry;
  config: MonitoringConfig;
  discovery: ProbeFinder;
  portalUrl?: string;
}): (parsed: Parsed<MonitoringSpec>) => Promise<ResolvedMonitoring> {
  const { packs, config, discovery, portalUrl } = options;
  const channels = {
    ...config.notifications,
    unreachable: unreachableChannels(config),
  };
  return async parsed => {
    const depending = parsed.value.packs.flatMap(({ id }) => {
      const pack = packs.get(id);
      return pack?.lacks ? [pack] : [];
    });
    return resolveMonitoring(parsed, packs, {
      runbookBaseUrl: config.runbookBaseUrl,
      portalUrl,
      channels,
      rulesPrometheus: rulesPrometheus(config),
      defaultPrometheus: config.prometheus[0]?.id,
      found:
        depending.length > 0
          ? await discovery.find(parsed.value, depending)
          : undefined,
    });
  };
}
