import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { HTTP_PANELS } from './httpDashboard';
import { httpExpressions } from './httpExpressions';

/** Alerts of an HTTP service. */
export function httpAlerts(context: PackContext): PackAlert[] {
  const http = httpExpressions(context.selector, '5m');
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
    {
      name: 'SlowHttpResponses',
      expression: http.quantile(0.95),
      operator: '>',
      threshold: 1,
      unit: 'seconds',
      for: 600,
      severity: 'warning',
      summary: `${context.title} answers slowly`,
      description: `One request in twenty to ${context.title} took longer than {{ $value | humanizeDuration }} over the last 5 minutes.`,
      panel: { dashboard: 'overview', panelId: HTTP_PANELS.duration },
    },
  ];
}
