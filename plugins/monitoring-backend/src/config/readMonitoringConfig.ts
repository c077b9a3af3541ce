import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  parseSloWindow,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { readAlertmanagerConfig } from './readAlertmanagerConfig';
import { readDuration } from './readDuration';
import { readGrafanaConfig } from './readGrafanaConfig';
import { readInstances } from './readInstances';
import { readPrometheusConfig } from './readPrometheusConfig';
import { readProvisioningConfig } from './readProvisioningConfig';
import { readUrl } from './readUrl';
import { MonitoringConfig } from './types';

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
    defaultSelector:
      // eslint-disable-next-line no-template-curly-in-string
      monitoring?.getOptionalString('defaultSelector') ??
      'service="${{ name }}"',
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
    observing: {
      alertsInterval: readDuration(observing, 'alertsInterval', 15_000),
      slosInterval: readDuration(observing, 'slosInterval', 60_000),
    },
    slo: { defaultWindow: readDefaultWindow(monitoring) },
    runbookBaseUrl: monitoring?.has('runbookBaseUrl')
      ? readUrl(monitoring, 'runbookBaseUrl', 'monitoring')
      : undefined,
  };
}
