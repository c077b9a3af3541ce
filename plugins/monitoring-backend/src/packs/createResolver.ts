import {
  EntityNotification,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringConfig } from '../config';
import { findIdleMutes } from './findIdleMutes';
import { findRulesElsewhere } from './findRulesElsewhere';
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

interface Remembered {
  /** Which probes were answered when it was resolved, as JSON. */
  found: string;
  monitoring: ResolvedMonitoring;
}

/**
 * {@link resolveMonitoring} with the configuration and what the entity's live metrics are. Only
 * for packs that depend on those is anybody asked.
 *
 * @remarks
 *
 * The same question, the same object, has the same answer while its metrics stay what they are:
 * the catalog is read at short intervals, and little changes between. Nobody may change an answer.
 */
export function createResolver(options: {
  packs: PackRegistry;
  config: MonitoringConfig;
  discovery: ProbeFinder;
  portalUrl?: string;
}): (parsed: Parsed<MonitoringSpec>) => Promise<ResolvedMonitoring> {
  const { packs, config, discovery, portalUrl } = options;
  const answers = new WeakMap<Parsed<MonitoringSpec>, Remembered>();
  const constant = {
    runbookBaseUrl: config.runbookBaseUrl,
    portalUrl,
    alerting: config.slo,
    channels: {
      ...config.notifications,
      unreachable: unreachableChannels(config),
    },
    findRulesElsewhere: (spec: MonitoringSpec) =>
      findRulesElsewhere(spec, config),
    findIdleMutes: (
      spec: MonitoringSpec,
      notifications: EntityNotification[],
    ) => findIdleMutes(spec, notifications, config),
  };
  return async parsed => {
    const depending = parsed.value.packs.flatMap(({ id }) => {
      const pack = packs.get(id);
      return pack?.lacks ? [pack] : [];
    });
    const found =
      depending.length > 0
        ? await discovery.find(parsed.value, depending)
        : undefined;
    const text = JSON.stringify(found ? [...found] : null);
    const known = answers.get(parsed);
    if (known?.found === text) {
      return known.monitoring;
    }
    const monitoring = resolveMonitoring(parsed, packs, { ...constant, found });
    answers.set(parsed, { found: text, monitoring });
    return monitoring;
  };
}
