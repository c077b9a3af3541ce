import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { opensearchClusterRows } from './opensearchClusterRows';
import { opensearchExpressions } from './opensearchExpressions';
import { opensearchNodeRows } from './opensearchNodeRows';
import {
  OPENSEARCH_HEAP,
  OPENSEARCH_PANELS,
  OPENSEARCH_STATUS,
} from './opensearchPanels';

/** The dashboard of an OpenSearch cluster. */
export function opensearchDashboard(context: PackContext): PackDashboard {
  const search = opensearchExpressions(context.selector, '$__rate_interval');
  const title = `${context.title} · OpenSearch`;
  const model = buildPackDashboard({
    title,
    description: `Status, indices, searches and nodes of the search cluster ${context.title}`,
    tags: ['opensearch'],
    stats: [
      statPanel({
        id: OPENSEARCH_PANELS.statusNow,
        title: 'Status',
        description:
          'Green: all is there. Yellow: copies are missing, data are not. Red: data are missing.',
        unit: 'short',
        queries: [{ expression: search.status, legend: '{{cluster}}' }],
        names: OPENSEARCH_STATUS,
      }),
      statPanel({
        id: 2,
        title: 'Nodes',
        description: 'Nodes that belong to the cluster.',
        unit: 'short',
        decimals: 0,
        queries: [{ expression: search.nodes, legend: '{{cluster}}' }],
      }),
      statPanel({
        id: 3,
        title: 'Shards without a node',
        description: 'Shards that are nowhere. None should be.',
        unit: 'short',
        decimals: 0,
        queries: [
          { expression: search.shards('unassigned'), legend: '{{cluster}}' },
        ],
        thresholds: { critical: 1 },
      }),
      statPanel({
        id: 4,
        title: 'Queries',
        description: 'Queries per second on shards, all nodes together.',
        unit: 'ops',
        queries: [{ expression: search.searches, legend: '{{cluster}}' }],
      }),
      statPanel({
        id: 5,
        title: 'Query duration',
        description: 'How long a query on a shard takes on average.',
        unit: 's',
        queries: [{ expression: search.searchDuration, legend: '{{cluster}}' }],
      }),
      statPanel({
        id: 6,
        title: 'Fullest heap',
        description:
          'Share of the heap in use, on the node that has least left.',
        unit: 'percentunit',
        decimals: 0,
        queries: [
          {
            expression: `max by (cluster) (${search.heapShare})`,
            legend: '{{cluster}}',
          },
        ],
        thresholds: OPENSEARCH_HEAP,
      }),
    ],
    rows: [...opensearchClusterRows(context), ...opensearchNodeRows(context)],
  });
  return { id: 'overview', title, model };
}
