import {
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityExpressions } from './gatewaySecurityExpressions';

/** Which requests never reach a service. */
export function turnedAwayRow(
  security: ReturnType<typeof gatewaySecurityExpressions>,
): PackDashboardOptions['rows'][number] {
  return {
    title: 'Turned away',
    panels: [
      timeSeriesPanel({
        id: 14,
        title: 'Rate-limited requests',
        description:
          'Requests per second answered with 429, by the limit that was reached, stacked.',
        unit: 'reqps',
        stacked: true,
        queries: [
          { expression: security.limitedByReason, legend: '{{limit}}' },
        ],
      }),
      timeSeriesPanel({
        id: 15,
        title: 'Blocked requests',
        description:
          'Requests per second refused before they reach a service, by reason, stacked.',
        unit: 'reqps',
        stacked: true,
        queries: [
          { expression: security.blockedByReason, legend: '{{reason}}' },
        ],
      }),
    ],
  };
}
