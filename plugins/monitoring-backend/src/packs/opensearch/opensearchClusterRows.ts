import {
  PackContext,
  PackDashboardOptions,
  tablePanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { opensearchExpressions } from './opensearchExpressions';
import { OPENSEARCH_PANELS, OPENSEARCH_STATUS } from './opensearchPanels';

/** Whether the cluster has all that it should have, and does its work. */
export function opensearchClusterRows(
  context: PackContext,
): PackDashboardOptions['rows'] {
  const search = opensearchExpressions(context.selector, '$__rate_interval');
  return [
    {
      title: 'Cluster',
      panels: [
        timeSeriesPanel({
          id: OPENSEARCH_PANELS.status,
          title: 'Status',
          description:
            'Green (0): all shards have a node. Yellow (1): copies are missing. Red (2): data are missing. Red for 2 minutes pages, yellow for 15 minutes warns.',
          unit: 'short',
          queries: [{ expression: search.status, legend: '{{cluster}}' }],
          thresholds: { warning: 1, critical: 2 },
          names: OPENSEARCH_STATUS,
        }),
        timeSeriesPanel({
          id: OPENSEARCH_PANELS.shards,
          title: 'Shards that wait or move',
          description:
            'Shards without a node, shards that are being started and shards that move to another node. Moving ones end by themselves; those without a node need a hand.',
          unit: 'short',
          queries: ['unassigned', 'initializing', 'relocating'].map(state => ({
            expression: search.shards(state),
            legend: `{{cluster}} ${state}`,
          })),
        }),
        timeSeriesPanel({
          id: 12,
          title: 'Active shards',
          description:
            'Shards that can be read and written, with their copies.',
          unit: 'short',
          queries: [
            { expression: search.shards('active'), legend: '{{cluster}}' },
          ],
        }),
        timeSeriesPanel({
          id: OPENSEARCH_PANELS.reachable,
          title: 'Reachable',
          description:
            'Whether the cluster answers whoever watches it: 1 is yes. Not for 2 minutes pages.',
          unit: 'short',
          queries: [{ expression: search.reachable, legend: 'Reachable' }],
          names: [
            { value: 1, text: 'Yes', state: 'good' },
            { value: 0, text: 'No', state: 'bad' },
          ],
        }),
      ],
    },
    {
      title: 'Indices',
      panels: [
        tablePanel({
          id: OPENSEARCH_PANELS.indices,
          title: 'Indices',
          description:
            'Health, shards without a node, documents and bytes (with copies) of each index. The plugin shows no index whose shards never had a node, and elasticsearch_exporter shows health only from version 1.11 on, with --es.shards and --es.indices_settings.',
          unit: 'short',
          columns: { index: 'Index' },
          queries: [
            { expression: search.indexStatus, legend: 'Health' },
            { expression: search.indexShardsMissing, legend: 'Shards missing' },
            { expression: search.indexDocuments, legend: 'Documents' },
            { expression: search.indexSize, legend: 'Size' },
          ],
          units: { Size: 'bytes' },
          names: { Health: OPENSEARCH_STATUS },
          sortBy: 'Health',
        }),
      ],
    },
    {
      title: 'Search and indexing',
      panels: [
        timeSeriesPanel({
          id: 30,
          title: 'Queries',
          description:
            'Queries per second on shards, by node. One search asks one copy of each shard of its indices.',
          unit: 'ops',
          stacked: true,
          queries: [{ expression: search.searchesByNode, legend: '{{node}}' }],
        }),
        timeSeriesPanel({
          id: 31,
          title: 'Documents written',
          description:
            'Documents written to shards per second, by node. Each copy counts.',
          unit: 'ops',
          stacked: true,
          queries: [{ expression: search.writesByNode, legend: '{{node}}' }],
        }),
        timeSeriesPanel({
          id: 32,
          title: 'Mean duration',
          description:
            'How long a query on a shard and the writing of a document take on average. The exporters show no quantiles.',
          unit: 's',
          queries: [
            { expression: search.searchDuration, legend: '{{cluster}} query' },
            { expression: search.writeDuration, legend: '{{cluster}} write' },
          ],
        }),
      ],
    },
  ];
}
