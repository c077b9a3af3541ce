import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { sightlineExpressions } from './sightlineExpressions';
import { SIGHTLINE_PANELS } from './sightlinePanelIds';
import { sightlineQueryAlerts } from './sightlineQueryAlerts';

function panel(name: keyof typeof SIGHTLINE_PANELS): PackAlert['panel'] {
  return { dashboard: 'overview', panelId: SIGHTLINE_PANELS[name] };
}

/** Alerts of Sightline itself: of what it provisions, and of the queries that it answers. */
export function sightlineAlerts(context: PackContext): PackAlert[] {
  const { selector, title } = context;
  const sightline = sightlineExpressions(selector, '5m');
  return [
    {
      name: 'SightlineProvisioningStalled',
      expression: sightline.sinceSuccess,
      operator: '>',
      threshold: 3_600,
      unit: 'seconds',
      for: 300,
      severity: 'critical',
      summary: `${title} has provisioned nothing for an hour`,
      description: `The last run of ${title} that succeeded ended {{ $value | humanizeDuration }} ago. What teams write into their catalog files has no effect until one succeeds again.`,
      panel: panel('runs'),
    },
    {
      name: 'SightlineTargetDown',
      expression: sightline.targets,
      operator: '<',
      threshold: 1,
      unit: 'number',
      for: 600,
      severity: 'warning',
      summary: `${title} cannot write to {{ $labels.target }}`,
      description: `The target {{ $labels.target }} of ${title} could not be read or written (up: {{ $value }}). What it holds stays as it is.`,
      panel: panel('targets'),
    },
    {
      name: 'SightlineObjectsFailing',
      expression: sightline.failedByTarget,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 1_800,
      severity: 'warning',
      summary: `${title} cannot write some objects to {{ $labels.target }}`,
      description: `{{ $value }} objects of ${title} could not be written to {{ $labels.target }} for half an hour; each says why on the page of its entity.`,
      panel: panel('failed'),
    },
    {
      name: 'SightlineDeletionsWaiting',
      expression: sightline.toDelete,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 0,
      severity: 'info',
      summary: `${title} waits for a person before it deletes`,
      description: `{{ $value }} objects would be deleted in one run, more than may go without a person's word.`,
      panel: panel('deletions'),
    },
    ...sightlineQueryAlerts(context),
    metricsMissingAlert(context, {
      name: 'SightlineMetricsMissing',
      series: [
        `sightline_provisioning_last_success_timestamp_seconds{${selector}}`,
        `sightline_provisioning_runs_total{${selector}}`,
      ],
      blindTo: 'of its provisioning',
      panel: panel('runs'),
    }),
  ];
}
