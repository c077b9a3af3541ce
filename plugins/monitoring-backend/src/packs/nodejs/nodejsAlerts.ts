import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { nodejsExpressions } from './nodejsExpressions';
import { COLLECTING, LAG, NODEJS_PANELS } from './nodejsPanels';

/** Alerts on what only Node.js can tell; restarts and descriptors are those of the pack `process`. */
export function nodejsAlerts(context: PackContext): PackAlert[] {
  const { selector, title } = context;
  // Long enough for the share not to fall at some scrapes that fail.
  const nodejs = nodejsExpressions(selector, '10m');
  return [
    {
      name: 'NodejsEventLoopLag',
      expression: nodejs.lagByInstance,
      operator: '>',
      threshold: LAG.critical,
      unit: 'seconds',
      for: 300,
      severity: 'warning',
      summary: `The event loop of ${title} on {{ $labels.instance }} is blocked`,
      description: `One turn in a hundred of the event loop of ${title} on {{ $labels.instance }} comes {{ $value | humanizeDuration }} late; everything that the process does waits meanwhile.`,
      panel: { dashboard: 'overview', panelId: NODEJS_PANELS.lag },
    },
    {
      name: 'NodejsGarbageCollection',
      expression: nodejs.collectingByInstance,
      operator: '>',
      threshold: COLLECTING.critical,
      unit: 'percent',
      for: 600,
      severity: 'warning',
      summary: `${title} on {{ $labels.instance }} is busy collecting garbage`,
      description: `${title} on {{ $labels.instance }} spends {{ $value | humanizePercentage }} of its time on collecting garbage over the last 10 minutes: its heap is nearly full.`,
      panel: { dashboard: 'overview', panelId: NODEJS_PANELS.collecting },
    },
    metricsMissingAlert(context, {
      name: 'NodejsMetricsMissing',
      series: [`nodejs_eventloop_lag_p99_seconds{${selector}}`],
      blindTo: 'of its Node.js processes',
      panel: { dashboard: 'overview', panelId: NODEJS_PANELS.lag },
    }),
  ];
}
