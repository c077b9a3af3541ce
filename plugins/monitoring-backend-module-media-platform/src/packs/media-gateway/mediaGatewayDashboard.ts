import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { platformHttpPanels } from '../../http/platformHttpPanels';
import { graphqlRow } from './graphqlRow';
import { mediaGatewayExpressions } from './mediaGatewayExpressions';
import { saturationRow } from './saturationRow';
import { upstreamRow } from './upstreamRow';
import {
  CONNECTIONS,
  OPERATION_ERRORS,
  UPSTREAM_ERRORS,
} from './mediaGatewayLimits';

/** “Gateway Overview”: what clients ask, what fails, and behind which service. */
export function mediaGatewayDashboard(context: PackContext): PackDashboard {
  const gateway = mediaGatewayExpressions(context.selector, '$__rate_interval');
  const http = platformHttpPanels(context.selector);
  const title = `${context.title} · Gateway Overview`;
  const model = buildPackDashboard({
    title,
    description: `Requests to ${context.title}: HTTP by route, GraphQL by operation, what stands behind it`,
    tags: ['media-gateway'],
    stats: [
      ...http.stats,
      statPanel({
        id: 4,
        title: 'Failing operations',
        description: 'Share of GraphQL operations that ended with an error.',
        unit: 'percentunit',
        decimals: 2,
        queries: [
          { expression: gateway.operationErrorShare, legend: 'Failing' },
        ],
        thresholds: OPERATION_ERRORS,
      }),
      statPanel({
        id: 5,
        title: 'Failing upstreams',
        description: 'Share of requests to services behind it that failed.',
        unit: 'percentunit',
        decimals: 2,
        queries: [
          { expression: gateway.upstreamErrorShare, legend: 'Failing' },
        ],
        thresholds: UPSTREAM_ERRORS,
      }),
      statPanel({
        id: 6,
        title: 'Connections in use',
        description:
          'Share of the connections that the fullest replica accepts.',
        unit: 'percentunit',
        decimals: 0,
        queries: [{ expression: gateway.fullestShare, legend: 'In use' }],
        thresholds: CONNECTIONS,
      }),
    ],
    rows: [
      ...http.rows,
      graphqlRow(gateway),
      upstreamRow(gateway),
      saturationRow(gateway),
    ],
  });
  return { id: 'gateway-overview', title, model };
}
