import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { SIGHTLINE_PANELS } from './sightlinePanelIds';
import { sightlineQueryExpressions } from './sightlineQueryExpressions';

/** Range queries per second, about as one open dashboard asks; of fewer, the share says nothing. */
const WORTH_KEEPING = 0.1;

function panel(name: keyof typeof SIGHTLINE_PANELS): PackAlert['panel'] {
  return { dashboard: 'overview', panelId: SIGHTLINE_PANELS[name] };
}

/**
 * Alerts of the queries that Sightline answers. None of them pages: what was provisioned goes on to
 * judge and to tell without the portal.
 */
export function sightlineQueryAlerts({
  selector,
  title,
}: PackContext): PackAlert[] {
  const short = sightlineQueryExpressions(selector, '5m');
  const middle = sightlineQueryExpressions(selector, '10m');
  const long = sightlineQueryExpressions(selector, '1h');
  return [
    {
      name: 'SightlineUpstreamBreakerOpen',
      expression: middle.inVain,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 300,
      severity: 'warning',
      summary: `${title} does not reach {{ $labels.upstream }}`,
      description: `${title} leaves {{ $labels.upstream }} in peace after failures in a row, and each trial fails; {{ $value | humanize }} requests were in vain in 10 minutes. People see old data or none.`,
      panel: panel('breakers'),
    },
    {
      name: 'SightlineQueueRefusing',
      expression: short.refused,
      operator: '>',
      threshold: 0.05,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `${title} has more questions to {{ $labels.upstream }} than it may ask`,
      description: `{{ $value | humanizePercentage }} of the requests of ${title} to {{ $labels.upstream }} found no place in the queue, or no slot in time, over the last 5 minutes.`,
      panel: panel('refused'),
    },
    {
      name: 'SightlineCacheIneffective',
      expression: `(${long.known}) and on (upstream) (${long.answersByUpstream} > ${WORTH_KEEPING})`,
      operator: '<',
      threshold: 0.2,
      unit: 'percent',
      for: 1_800,
      severity: 'info',
      summary: `${title} asks {{ $labels.upstream }} for nearly everything again`,
      description: `Only {{ $value | humanizePercentage }} of the samples that ${title} gave from {{ $labels.upstream }} in the last hour were known before. Dashboards are slower and the server works more than it has to.`,
      panel: panel('known'),
    },
  ];
}
