import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';

/** Pack id → ids of its probes that an entity's series answer to, in the pack's order. */
export type FoundProbes = ReadonlyMap<string, readonly string[]>;

/** Finds out which metrics an entity has. */
export interface MetricDiscovery {
  /**
   * Looks for the probes of some packs among an entity's series: of the last hour, and for packs of
   * which there are none, of the last 15 days.
   *
   * @returns undefined when no server could be asked and none ever answered; never throws for that
   */
  find(
    spec: Pick<MonitoringSpec, 'prometheus' | 'selector'>,
    packs: readonly MonitoringPack[],
  ): Promise<FoundProbes | undefined>;
}
