import {
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { mediaGatewayExpressions } from './mediaGatewayExpressions';
import { CONNECTIONS, GATEWAY_PANELS } from './mediaGatewayLimits';

/** How full the gateway is. */
export function saturationRow(
  gateway: ReturnType<typeof mediaGatewayExpressions>,
): PackDashboardOptions['rows'][number] {
  return {
    title: 'Saturation',
    panels: [
      timeSeriesPanel({
        id: GATEWAY_PANELS.connections,
        title: 'Connections in use',
        description:
          'Share of the connections that a replica accepts. Over 85 % for 5 minutes warns: beyond 100 % clients are turned away.',
        unit: 'percentunit',
        queries: [
          { expression: gateway.connectionShare, legend: '{{instance}}' },
        ],
        thresholds: CONNECTIONS,
      }),
      timeSeriesPanel({
        id: 27,
        title: 'Connections',
        description: 'Clients connected, all replicas together.',
        unit: 'short',
        queries: [{ expression: gateway.connections, legend: 'Open' }],
      }),
      timeSeriesPanel({
        id: 28,
        title: 'Requests in flight',
        description:
          'Requests that wait for an answer at this moment. Grows when something behind the gateway is slow.',
        unit: 'short',
        queries: [{ expression: gateway.inFlight, legend: 'In flight' }],
      }),
    ],
  };
}
