import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { HOLD } from '../hold';
import { opensearchExpressions } from './opensearchExpressions';
import { OPENSEARCH_PANELS } from './opensearchPanels';

function panel(panelId: number): PackAlert['panel'] {
  return { dashboard: 'overview', panelId };
}

/** Fires when either the cluster's or the nodes' metrics are not there: they fail apart. */
function missingAlert(
  context: PackContext,
  search: ReturnType<typeof opensearchExpressions>,
): PackAlert {
  const [status, nodes] = [search.statusSeries, search.nodeSeries].map(series =>
    metricsMissingAlert(context, {
      name: 'OpenSearchMetricsMissing',
      series,
      blindTo: 'of its cluster or its nodes',
      panel: panel(OPENSEARCH_PANELS.status),
    }),
  );
  return {
    ...status,
    expression: `${status.expression} or ${nodes.expression}`,
  };
}

/** Alerts of a search cluster. */
export function opensearchAlerts(context: PackContext): PackAlert[] {
  const search = opensearchExpressions(context.selector, '5m');
  const latest = opensearchExpressions(context.selector, '5m', HOLD.short);
  const { title } = context;
  return [
    {
      name: 'OpenSearchClusterRed',
      expression: latest.status,
      operator: '>',
      threshold: 1,
      unit: 'number',
      for: 120,
      severity: 'critical',
      summary: `${title} misses data`,
      description: `The cluster {{ $labels.cluster }} of ${title} is red (status {{ $value }}): at least one shard has no node, and what is in it cannot be found or written.`,
      panel: panel(OPENSEARCH_PANELS.status),
    },
    {
      name: 'OpenSearchClusterYellow',
      expression: `(${search.status}) < 2`,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 900,
      severity: 'warning',
      summary: `${title} misses copies of its data`,
      description: `The cluster {{ $labels.cluster }} of ${title} is yellow (status {{ $value }}): the loss of one more node may lose data.`,
      panel: panel(OPENSEARCH_PANELS.status),
    },
    {
      name: 'OpenSearchHeapHigh',
      expression: search.heapShare,
      operator: '>',
      threshold: 0.9,
      unit: 'percent',
      for: 600,
      severity: 'warning',
      summary: `A node of ${title} runs out of memory`,
      description: `{{ $value | humanizePercentage }} of the heap of {{ $labels.node }} of ${title} are in use, and garbage collection frees no more.`,
      panel: panel(OPENSEARCH_PANELS.heap),
    },
    {
      name: 'OpenSearchRejections',
      expression: search.rejectedByPool,
      operator: '>',
      threshold: 0,
      unit: 'number',
      // A single burst is seen for as long as the window of 5 minutes.
      for: 360,
      severity: 'warning',
      summary: `${title} refuses work`,
      description: `The thread pool {{ $labels.pool }} of ${title} refused {{ $value | humanize }} tasks over the last 5 minutes.`,
      panel: panel(OPENSEARCH_PANELS.rejections),
    },
    {
      name: 'OpenSearchDown',
      expression: latest.reachable,
      operator: '<',
      threshold: 1,
      unit: 'number',
      for: 120,
      severity: 'critical',
      summary: `${title} cannot be reached`,
      description: `The search cluster ${title} does not answer (reachable: {{ $value }}).`,
      panel: panel(OPENSEARCH_PANELS.reachable),
    },
    missingAlert(context, search),
  ];
}
