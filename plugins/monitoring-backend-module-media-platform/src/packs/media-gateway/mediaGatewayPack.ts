import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { platformHttpSlis } from '../../http/platformHttpSlis';
import { mediaGatewayAlerts } from './mediaGatewayAlerts';
import { mediaGatewayDashboard } from './mediaGatewayDashboard';

const ID = 'media-gateway';

/** The GraphQL gateway of the media platform. */
export const mediaGatewayPack: MonitoringPack = {
  id: ID,
  title: 'Media gateway',
  description:
    'Requests to the gateway by route, GraphQL operations, services behind it, connections',
  metricsFrom:
    'graphql_requests_total, media_gateway_*, http_request_duration_seconds: the gateway of the media platform (prom-client)',
  probes: [
    {
      id: 'upstreams',
      title: 'Upstream requests of the gateway',
      metric: 'media_gateway_upstream_requests_total',
    },
  ],
  dashboards: context => [mediaGatewayDashboard(context)],
  alerts: context => mediaGatewayAlerts(context),
  slis: () => [
    ...platformHttpSlis(ID),
    {
      id: `${ID}:operations`,
      title: 'GraphQL operations that succeed',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(graphql_requests_total{$selector, status="error"}[$window])',
        total: 'increase(graphql_requests_total{$selector}[$window])',
      },
    },
    {
      id: `${ID}:operation-latency`,
      title: 'GraphQL operations that are fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: 'graphql_request_duration_seconds',
        thresholdSeconds: 0.5,
      },
    },
  ],
};
