import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  parseSloWindow,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { readAlertmanagerConfig } from './readAlertmanagerConfig';
import { readDefaultSelector } from './readDefaultSelector';
import { readDuration } from './readDuration';
import { readGrafanaConfig } from './readGrafanaConfig';
import { readInstances } from './readInstances';
import { readNotificationsConfig } from './readNotificationsConfig';
import { readPrometheusConfig } from './readPrometheusConfig';
import { readProvisioningConfig } from './readProvisioningConfig';
import { readUrl } from './readUrl';
import { MonitoringConfig } from './types';

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1_000;

function readDefaultWindow(monitoring: Config | undefined): SloWindow {
  const text = monitoring?.getOptionalString('slo.defaultWindow') ?? '30d';
  const window = parseSloWindow(text);
  if (!window) {
    throw new InputError(
      `monitoring.slo.defaultWindow is '${text}'; expected 7d, 28d, 30d, 90d, month or quarter`,
    );
  }
  return window;
}

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

/**
 * Reads and checks the `monitoring` root, so that a wrong configuration stops the start.
 *
 * @throws `InputError` that names the key's path and what was expected
 */
export function readMonitoringConfig(config: Config): MonitoringConfig {
  const monitoring = config.getOptionalConfig('monitoring');
  const grafana = readInstances(monitoring, 'grafana', readGrafanaConfig);
  const prometheus = readInstances(
    monitoring,
    'prometheus',
    readPrometheusConfig,
  );
  const observing = monitoring?.getOptionalConfig('observing');
  return {
    defaultSelector: readDefaultSelector(monitoring),
    prometheus,
    grafana,
    alertmanager: readInstances(
      monitoring,
      'alertmanager',
      readAlertmanagerConfig,
    ),
    provisioning: readProvisioningConfig(
      monitoring?.getOptionalConfig('provisioning'),
      {
        hasGrafana: grafana.length > 0,
        prometheus: prometheus.map(({ id }) => id),
      },
    ),
    notifications: readNotificationsConfig(
      monitoring?.getOptionalConfig('notifications'),
    ),
    observing: {
      alertsInterval: readInterval(observing, 'alertsInterval', 15_000),
      slosInterval: readInterval(observing, 'slosInterval', 60_000),
    },
    slo: { defaultWindow: readDefaultWindow(monitoring) },
    runbookBaseUrl: monitoring?.has('runbookBaseUrl')
      ? readUrl(monitoring, 'runbookBaseUrl', 'monitoring')
      : undefined,
  };
}
