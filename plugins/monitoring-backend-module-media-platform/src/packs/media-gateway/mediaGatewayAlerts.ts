import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { anyMetricMissingAlert } from '../../alerts/anyMetricMissingAlert';
import { mediaGatewayExpressions } from './mediaGatewayExpressions';
import { GATEWAY_PANELS } from './mediaGatewayLimits';

function panel(panelId: number): PackAlert['panel'] {
  return { dashboard: 'gateway-overview', panelId };
}

/** Alerts of the gateway. Those on its HTTP requests are the pack `http`'s. */
export function mediaGatewayAlerts(context: PackContext): PackAlert[] {
  const gateway = mediaGatewayExpressions(context.selector, '5m');
  const { title, selector } = context;
  return [
    {
      name: 'HighGraphQLErrorRate',
      expression: gateway.operationErrorShare,
      operator: '>',
      threshold: 0.01,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `GraphQL operations of ${title} fail`,
      description: `{{ $value | humanizePercentage }} of the GraphQL operations of ${title} ended with an error over the last 5 minutes.`,
      panel: panel(GATEWAY_PANELS.operationErrors),
    },
    {
      name: 'HighUpstreamErrorRate',
      expression: gateway.upstreamErrorShareBy,
      operator: '>',
      threshold: 0.05,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `${title} gets errors from {{ $labels.upstream }}`,
      description: `{{ $value | humanizePercentage }} of the requests of ${title} to {{ $labels.upstream }} failed over the last 5 minutes.`,
      panel: panel(GATEWAY_PANELS.upstreamErrors),
    },
    {
      name: 'GatewayConnectionsHigh',
      expression: gateway.connectionShare,
      operator: '>',
      threshold: 0.85,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `${title} runs out of connections`,
      description: `{{ $labels.instance }} of ${title} uses {{ $value | humanizePercentage }} of the connections that it accepts.`,
      panel: panel(GATEWAY_PANELS.connections),
    },
    anyMetricMissingAlert(context, {
      name: 'MediaGatewayMetricsMissing',
      series: [
        `graphql_requests_total{${selector}}`,
        `media_gateway_upstream_requests_total{${selector}}`,
        `media_gateway_open_connections{${selector}}`,
        `media_gateway_max_connections{${selector}}`,
      ],
      blindTo: 'of the operations',
      panel: panel(GATEWAY_PANELS.operations),
    }),
  ];
}
