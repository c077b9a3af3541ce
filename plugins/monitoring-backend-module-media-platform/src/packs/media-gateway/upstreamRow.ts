import {
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { mediaGatewayExpressions } from './mediaGatewayExpressions';
import { GATEWAY_PANELS, UPSTREAM_ERRORS } from './mediaGatewayLimits';

/** The services behind the gateway, as it sees them. */
export function upstreamRow(
  gateway: ReturnType<typeof mediaGatewayExpressions>,
): PackDashboardOptions['rows'][number] {
  return {
    title: 'Upstreams',
    panels: [
      timeSeriesPanel({
        id: 23,
        title: 'Upstream requests',
        description: 'Requests per second to each service behind the gateway.',
        unit: 'reqps',
        queries: [
          { expression: gateway.upstreamRequests, legend: '{{upstream}}' },
        ],
      }),
      timeSeriesPanel({
        id: GATEWAY_PANELS.upstreamErrors,
        title: 'Upstream errors',
        description:
          'Share of requests to a service that failed or got no answer. Over 5 % for 5 minutes warns.',
        unit: 'percentunit',
        queries: [
          { expression: gateway.upstreamErrorShareBy, legend: '{{upstream}}' },
        ],
        thresholds: UPSTREAM_ERRORS,
      }),
      timeSeriesPanel({
        id: 25,
        title: 'Slow upstreams',
        description: '95 % of the requests to a service are faster than this.',
        unit: 's',
        queries: [
          {
            expression: gateway.upstreamDuration(0.95),
            legend: '{{upstream}}',
          },
        ],
      }),
    ],
  };
}
