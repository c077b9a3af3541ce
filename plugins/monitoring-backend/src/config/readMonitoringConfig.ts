import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { assertOwnOrganisations } from './assertOwnPlaces';
import { readAlertmanagerConfig } from './readAlertmanagerConfig';
import { readCacheConfig } from './readCacheConfig';
import { readDefaultSelector } from './readDefaultSelector';
import { readDuration } from './readDuration';
import { readGrafanaConfig } from './readGrafanaConfig';
import { readInstances } from './readInstances';
import { readNotificationsConfig } from './readNotificationsConfig';
import { readPrometheusConfig } from './readPrometheusConfig';
import { readProvisioningConfig } from './readProvisioningConfig';
import { readSloConfig } from './readSloConfig';
import { readUrl } from './readUrl';
import { GrafanaConfig, MonitoringConfig, PrometheusConfig } from './types';

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1_000;

function readInterval(
  observing: Config | undefined,
  key: string,
  defaultMilliseconds: number,
): number {
  return readDuration(observing, key, {
    path: 'monitoring.observing',
    default: defaultMilliseconds,
    minimum: 1_000,
    maximum: DAY,
  });
}

function readReplicaLabels(observing: Config | undefined): {
  replicaLabels?: string[];
} {
  const replicaLabels = observing?.getOptionalStringArray('replicaLabels');
  const wrong = replicaLabels?.find(
    label => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label),
  );
  if (wrong !== undefined) {
    throw new InputError(
      `monitoring.observing.replicaLabels names '${wrong}'; expected Prometheus label names`,
    );
  }
  return replicaLabels ? { replicaLabels } : {};
}

function assertDatasources(
  grafana: GrafanaConfig[],
  prometheus: PrometheusConfig[],
): void {
  grafana.forEach(({ datasources }, index) => {
    for (const id of Object.keys(datasources ?? {})) {
      if (!prometheus.some(server => server.id === id)) {
        throw new InputError(
          `monitoring.grafana[${index}].datasources names '${id}', but monitoring.prometheus names no such server; there are: ${
            prometheus.map(server => server.id).join(', ') || 'none'
          }`,
        );
      }
    }
  });
}

/**
 * Reads and checks the `monitoring` root, so that a wrong configuration stops the start.
 *
 * @param options - `targets`: ids of the targets that modules added
 * @throws `InputError` that names the key's path and what was expected
 */
export function readMonitoringConfig(
  config: Config,
  options: { targets?: string[] } = {},
): MonitoringConfig {
  const monitoring = config.getOptionalConfig('monitoring');
  const grafana = readInstances(monitoring, 'grafana', readGrafanaConfig);
  const prometheus = readInstances(monitoring, 'prometheus', (instance, path) =>
    readPrometheusConfig(instance, path, grafana),
  );
  assertDatasources(grafana, prometheus);
  const observing = monitoring?.getOptionalConfig('observing');
  const provisioning = readProvisioningConfig(
    monitoring?.getOptionalConfig('provisioning'),
    {
      hasGrafana: grafana.length > 0,
      prometheus,
      targets: options.targets ?? [],
    },
  );
  const { dashboards, alerts, slos } = provisioning;
  if ([dashboards, alerts, slos].includes('grafana')) {
    assertOwnOrganisations(grafana);
  }
  return {
    defaultSelector: readDefaultSelector(monitoring),
    prometheus,
    cache: readCacheConfig(monitoring),
    grafana,
    alertmanager: readInstances(
      monitoring,
      'alertmanager',
      readAlertmanagerConfig,
    ),
    provisioning,
    notifications: readNotificationsConfig(
      monitoring?.getOptionalConfig('notifications'),
    ),
    observing: {
      alertsInterval: readInterval(observing, 'alertsInterval', 15_000),
      slosInterval: readInterval(observing, 'slosInterval', 60_000),
      ...readReplicaLabels(observing),
    },
    slo: readSloConfig(monitoring?.getOptionalConfig('slo')),
    explore: {
      allowUnscoped:
        monitoring?.getOptionalBoolean('explore.allowUnscoped') ?? false,
    },
    runbookBaseUrl: monitoring?.has('runbookBaseUrl')
      ? readUrl(monitoring, 'runbookBaseUrl', 'monitoring')
      : undefined,
  };
}
