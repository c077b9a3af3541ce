import {
  formatDuration,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedAlert, ResolvedMonitoring } from '../../packs';
import { alertAnnotations, alertLabels } from './alertRule';

/** How far back an instant query may look for its sample. In seconds. */
const LOOKBACK = 600;

/** In Grafana `$value` is a list of all values as text; the number is that of query A. */
function grafanaTemplate(text: string): string {
  return text.replace(/\$value\b/g, '$$values.A.Value');
}

/**
 * An alert as a Grafana rule: the expression as an instant query, the comparison as a math
 * expression, so that a value of 0 is judged like any other.
 */
export function grafanaAlertRule(
  alert: ResolvedAlert,
  monitoring: ResolvedMonitoring,
  options: { datasource: string; groupKey: string },
): Record<string, unknown> {
  const range = { from: LOOKBACK, to: 0 };
  return {
    uid: objectUid(`${options.groupKey}/${alert.name}`),
    title: alert.name,
    condition: 'B',
    data: [
      {
        refId: 'A',
        datasourceUid: options.datasource,
        relativeTimeRange: range,
        model: {
          refId: 'A',
          expr: alert.expression,
          instant: true,
          range: false,
        },
      },
      {
        refId: 'B',
        datasourceUid: '__expr__',
        relativeTimeRange: range,
        model: {
          refId: 'B',
          type: 'math',
          expression: `$A ${alert.operator} ${alert.threshold}`,
        },
      },
    ],
    // As in Prometheus: no series, no alert.
    noDataState: 'OK',
    execErrState: 'Error',
    for: alert.for > 0 ? formatDuration(alert.for) : '0s',
    annotations: alertAnnotations(
      {
        ...alert,
        summary: grafanaTemplate(alert.summary),
        description: grafanaTemplate(alert.description),
      },
      monitoring,
      {},
    ),
    labels: alertLabels(alert, monitoring),
    isPaused: false,
  };
}
