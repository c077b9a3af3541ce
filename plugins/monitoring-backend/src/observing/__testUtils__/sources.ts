import { ConfigReader } from '@backstage/config';
import { MonitoredEntity } from '../../catalog';
import { readMonitoringConfig } from '../../config';
import { DefaultPrometheusClient } from '../../sources';
import { MonitoredEntitiesCache } from '../MonitoredEntitiesCache';

/** A catalog of these entities, always read to its end. */
export function entitiesOf(
  entities: MonitoredEntity[],
  now: () => Date,
): MonitoredEntitiesCache {
  return MonitoredEntitiesCache.create({
    catalog: {
      readAll: async () => ({ entities, complete: true }),
      readOne: () => Promise.reject(new Error('not used')),
    },
    now,
  });
}

/** Asks a real Prometheus, with the limits that the configuration has by default. */
export function prometheusAt(url: string): DefaultPrometheusClient {
  const { prometheus } = readMonitoringConfig(
    new ConfigReader({ monitoring: { prometheus: [{ id: 'default', url }] } }),
  );
  return DefaultPrometheusClient.fromConfig(prometheus[0]);
}
