import {
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { mediaGatewayExpressions } from './mediaGatewayExpressions';
import { GATEWAY_PANELS, OPERATION_ERRORS } from './mediaGatewayLimits';

/** What clients ask in GraphQL: an operation that fails is usually answered with HTTP 200. */
export function graphqlRow(
  gateway: ReturnType<typeof mediaGatewayExpressions>,
): PackDashboardOptions['rows'][number] {
  return {
    title: 'GraphQL',
    panels: [
      timeSeriesPanel({
        id: GATEWAY_PANELS.operations,
        title: 'Operations',
        description: 'GraphQL operations per second by name, stacked.',
        unit: 'ops',
        stacked: true,
        queries: [{ expression: gateway.operations, legend: '{{operation}}' }],
      }),
      timeSeriesPanel({
        id: GATEWAY_PANELS.operationErrors,
        title: 'Failing operations',
        description:
          'Share of GraphQL operations that ended with an error. Over 1 % of all for 5 minutes warns.',
        unit: 'percentunit',
        queries: [
          { expression: gateway.operationErrorShare, legend: 'All' },
          {
            expression: gateway.operationErrorShareBy,
            legend: '{{operation}}',
          },
        ],
        thresholds: OPERATION_ERRORS,
      }),
      timeSeriesPanel({
        id: 22,
        title: 'Slow operations',
        description: '95 % of the operations of a name are faster than this.',
        unit: 's',
        queries: [
          {
            expression: gateway.operationDuration(0.95),
            legend: '{{operation}}',
          },
        ],
      }),
    ],
  };
}
