import { NotFoundError } from '@backstage/errors';
import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../config';
import { PrometheusClient } from '../sources';
import { QueryClient } from './QueryClient';

/** A configured Prometheus and the way to it. */
export interface PrometheusInstance {
  config: PrometheusConfig;
  client: QueryClient;
}

/** The same with the server itself, for what is neither kept nor shared as queries are. */
export interface SourcedInstance extends PrometheusInstance {
  source: Pick<PrometheusClient, 'id' | 'exemplars' | 'metadata' | 'targets'>;
}

/**
 * The Prometheus that holds an entity's series: the one it names, or the first.
 *
 * @throws `NotFoundError` when there is none
 */
export function instanceFor<T extends PrometheusInstance>(
  spec: Pick<MonitoringSpec, 'prometheus'>,
  instances: T[],
): T {
  const instance = spec.prometheus
    ? instances.find(({ config }) => config.id === spec.prometheus)
    : instances[0];
  if (!instance) {
    throw new NotFoundError(
      spec.prometheus
        ? `No Prometheus '${spec.prometheus}' is configured under monitoring.prometheus`
        : 'No Prometheus is configured; add one under monitoring.prometheus in app-config',
    );
  }
  return instance;
}
