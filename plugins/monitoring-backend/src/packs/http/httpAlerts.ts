import {
  HttpDialect,
  httpExpressions,
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { awaitsFirstEvent } from '../awaitsFirstEvent';
import { HTTP_PANELS } from './httpPanels';

const WINDOW = '5m';

function slowResponses(context: PackContext, p95: string): PackAlert {
  return {
    name: 'SlowHttpResponses',
    expression: p95,
    operator: '>',
    threshold: 1,
    unit: 'seconds',
    for: 600,
    severity: 'warning',
    summary: `${context.title} answers slowly`,
    description: `One request in twenty to ${context.title} took longer than {{ $value | humanizeDuration }} over the last 5 minutes.`,
    panel: { dashboard: 'overview', panelId: HTTP_PANELS.duration },
  };
}

/**
 * Alerts of an HTTP service. Durations are judged by buckets only: a process's own quantiles or
 * the mean say too little of the slow ones.
 */
export function httpAlerts(
  context: PackContext,
  dialect: HttpDialect,
): PackAlert[] {
  const http = httpExpressions(dialect, context.selector, WINDOW);
  const matchers = [context.selector, dialect.matchers]
    .filter(Boolean)
    .join(', ');
  return [
    {
      name: 'HighHttpErrorRate',
      expression: http.errorRatio,
      operator: '>',
      threshold: 0.05,
      unit: 'percent',
      for: 300,
      severity: 'critical',
      summary: `${context.title} answers too many requests with an error`,
      description: `{{ $value | humanizePercentage }} of the requests to ${context.title} were answered with 5xx over the last 5 minutes.`,
      panel: { dashboard: 'overview', panelId: HTTP_PANELS.errorRatio },
    },
    ...(dialect.duration?.kind === 'histogram' && http.quantile
      ? [slowResponses(context, http.quantile(0.95))]
      : []),
    awaitsFirstEvent(
      context,
      metricsMissingAlert(context, {
        name: 'HttpMetricsMissing',
        series: [`${dialect.count}{${matchers}}`],
        blindTo: 'of its requests',
        panel: { dashboard: 'overview', panelId: HTTP_PANELS.requests },
      }),
    ),
  ];
}
