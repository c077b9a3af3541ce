import {
  PackContext,
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { opensearchExpressions } from './opensearchExpressions';
import {
  OPENSEARCH_DISK,
  OPENSEARCH_HEAP,
  OPENSEARCH_PANELS,
} from './opensearchPanels';

/** What the nodes have left. */
export function opensearchNodeRows(
  context: PackContext,
): PackDashboardOptions['rows'] {
  const search = opensearchExpressions(context.selector, '$__rate_interval');
  // The window of the alert, so that the graph shows what the alert judges.
  const judged = opensearchExpressions(context.selector, '5m');
  return [
    {
      title: 'Memory and processor',
      panels: [
        timeSeriesPanel({
          id: OPENSEARCH_PANELS.heap,
          title: 'Heap',
          description:
            'Share of each node’s heap in use. It rises and falls with garbage collection; over 90 % for 10 minutes warns.',
          unit: 'percentunit',
          queries: [{ expression: search.heapShare, legend: '{{node}}' }],
          thresholds: OPENSEARCH_HEAP,
        }),
        timeSeriesPanel({
          id: 41,
          title: 'Garbage collection',
          description:
            'Share of the time that each node spends collecting garbage. Over 10 % searches wait for it.',
          unit: 'percentunit',
          queries: [
            { expression: search.garbageCollectionShare, legend: '{{node}}' },
          ],
          thresholds: { critical: 0.1 },
        }),
        timeSeriesPanel({
          id: 42,
          title: 'Processor',
          description:
            'Share of the machine’s processors that each node’s process uses.',
          unit: 'percentunit',
          queries: [{ expression: search.processorShare, legend: '{{node}}' }],
        }),
      ],
    },
    {
      title: 'Saturation',
      panels: [
        timeSeriesPanel({
          id: 50,
          title: 'Disk used',
          description:
            'Share of each node’s disk that is taken. By default a node over 85 % gets no new shards, over 90 % loses those it has, and over 95 % its indices can only be read.',
          unit: 'percentunit',
          queries: [{ expression: search.diskShare, legend: '{{node}}' }],
          thresholds: OPENSEARCH_DISK,
        }),
        timeSeriesPanel({
          id: 51,
          title: 'Waiting tasks',
          description:
            'Tasks in the queues of the thread pools, in all and of each pool that has any.',
          unit: 'short',
          queries: [
            { expression: search.queued, legend: '{{cluster}} all pools' },
            { expression: search.queuedByPool, legend: '{{pool}}' },
          ],
        }),
        timeSeriesPanel({
          id: OPENSEARCH_PANELS.rejections,
          title: 'Rejected tasks',
          description:
            'Tasks that full queues refused in the 5 minutes before, in all and of each pool that refused any. Rejections that go on for 6 minutes warn.',
          unit: 'short',
          queries: [
            { expression: judged.rejected, legend: '{{cluster}} all pools' },
            {
              expression: `${judged.rejectedByPool} > 0`,
              legend: '{{pool}}',
            },
          ],
        }),
      ],
    },
    {
      title: 'Circuit breakers',
      panels: [
        timeSeriesPanel({
          id: 60,
          title: 'Circuit breakers',
          description:
            'How much of its limit each breaker has reached, on the worst node. At 100 % it refuses what would need more memory.',
          unit: 'percentunit',
          queries: [{ expression: search.breakerShare, legend: '{{breaker}}' }],
          thresholds: { warning: 0.8, critical: 0.95 },
        }),
        timeSeriesPanel({
          id: 61,
          title: 'Trips',
          description:
            'Requests that circuit breakers refused in the 5 minutes before.',
          unit: 'short',
          queries: [{ expression: judged.breakerTrips, legend: '{{cluster}}' }],
        }),
      ],
    },
  ];
}
