import { NotFoundError } from '@backstage/errors';
import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../config';
import { QueryClient } from './QueryClient';

/** A configured Prometheus and the way to it. */
export interface PrometheusInstance {
  config: PrometheusConfig;
  client: QueryClient;
}

/**
 * The Prometheus that holds an entity's series: the one it names, or the first.
 *
 * @throws `NotFoundError` when there is none
 */
export function instanceFor(
  spec: Pick<MonitoringSpec, 'prometheus'>,
  instances: PrometheusInstance[],
): PrometheusInstance {
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
