import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityAlerts } from './gatewaySecurityAlerts';
import { gatewaySecurityDashboard } from './gatewaySecurityDashboard';

const ID = 'gateway-security';

/** Who the gateway does not let in, and its certificates. */
export const gatewaySecurityPack: MonitoringPack = {
  id: ID,
  title: 'Gateway security',
  description:
    'Refused, rate-limited and blocked requests, token errors, offending clients, certificates',
  metricsFrom:
    'media_gateway_*: the gateway of the media platform (prom-client); probe_ssl_earliest_cert_expiry: blackbox_exporter 0.19 and later',
  probes: [
    {
      id: 'authentications',
      title: 'Authentications at the gateway',
      metric: 'media_gateway_auth_requests_total',
    },
  ],
  dashboards: context => [gatewaySecurityDashboard(context)],
  alerts: context => gatewaySecurityAlerts(context),
  slis: () => [
    {
      id: `${ID}:authentication`,
      title: 'Authentications that could be decided',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(media_gateway_auth_requests_total{$selector, result="error"}[$window])',
        total:
          'increase(media_gateway_auth_requests_total{$selector}[$window])',
      },
    },
    {
      id: `${ID}:authentication-latency`,
      title: 'Authentications that are fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: 'media_gateway_auth_duration_seconds',
        thresholdSeconds: 0.5,
      },
    },
  ],
};
