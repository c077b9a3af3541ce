import {
  formatDuration,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedAlert, ResolvedMonitoring } from '../../packs';
import { alertAnnotations, alertLabels, numberText } from './alertRule';

/** How far back an instant query may look for its sample. In seconds. */
const LOOKBACK = 600;

/** In Grafana `$value` is a list of all values as text; the number is that of query A. */
function grafanaTemplate(text: string): string {
  return text.replace(/\$value\b/g, '$$values.A.Value');
}

/**
 * The comparison. In Grafana any comparison with NaN is NaN, and NaN alerts; in PromQL NaN meets
 * no condition but `!=`, so that a ratio without traffic must not fire here either.
 */
function condition({ operator, threshold }: ResolvedAlert): string {
  const comparison = `$A ${operator} ${numberText(threshold)}`;
  return operator === '!=' ? comparison : `!is_nan($A) && ${comparison}`;
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
          expression: condition(alert),
        },
      },
    ],
    // As in Prometheus: no series, no alert.
    noDataState: 'OK',
    execErrState: 'Error',
    for: alert.for > 0 ? formatDuration(alert.for) : '0s',
    annotations: {
      ...alertAnnotations(
        {
          ...alert,
          summary: grafanaTemplate(alert.summary),
          description: grafanaTemplate(alert.description),
        },
        monitoring,
        {},
      ),
      // Grafana tells the value of the condition, which is 1, and not that of the query.
      sightline_value: '{{ $values.A.Value }}',
    },
    labels: alertLabels(alert, monitoring),
    isPaused: false,
  };
}
