import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { processExpressions } from './processExpressions';
import { DESCRIPTORS, PROCESS_PANELS } from './processPanels';

/** Alerts that hold for any process, whatever it does. */
export function processAlerts(context: PackContext): PackAlert[] {
  const { selector, title } = context;
  const process = processExpressions(selector, '5m');
  return [
    {
      name: 'ProcessFileDescriptorsHigh',
      expression: process.descriptorShare,
      operator: '>',
      threshold: DESCRIPTORS.critical,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `${title} on {{ $labels.instance }} runs out of file descriptors`,
      description: `${title} on {{ $labels.instance }} has {{ $value | humanizePercentage }} of the files and connections open that it may; with none left it can accept and open nothing.`,
      panel: { dashboard: 'overview', panelId: PROCESS_PANELS.descriptors },
    },
    {
      name: 'ProcessRestarting',
      expression: process.restartsByInstance,
      operator: '>',
      threshold: 2,
      unit: 'number',
      for: 0,
      severity: 'warning',
      summary: `${title} on {{ $labels.instance }} keeps restarting`,
      description: `${title} on {{ $labels.instance }} began anew {{ $value }} times in the last 30 minutes.`,
      panel: { dashboard: 'overview', panelId: PROCESS_PANELS.restarts },
    },
    metricsMissingAlert(context, {
      name: 'ProcessMetricsMissing',
      series: [`process_start_time_seconds{${selector}}`],
      blindTo: 'of its processes',
      panel: { dashboard: 'overview', panelId: PROCESS_PANELS.cpu },
    }),
  ];
}
