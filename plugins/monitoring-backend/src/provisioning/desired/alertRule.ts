import {
  AlertingRule,
  escapeTemplate,
  formatDuration,
  identityName,
  identityRef,
} from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedAlert, ResolvedMonitoring } from '../../packs';

/** Writes a threshold so that PromQL reads the same number. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(value);
}

/** The condition of an alert as one PromQL expression. */
export function alertExpression(alert: ResolvedAlert): string {
  return `(${alert.expression}) ${alert.operator} ${numberText(
    alert.threshold,
  )}`;
}

/** What the texts of an alert need beside the alert. */
export interface AlertTextOptions {
  dashboardUrl?: (uid: string, panelId?: number) => string | undefined;
  /** Owner mark, where the target writes none of its own. */
  key?: string;
}

/**
 * Labels by which alerts are found and routed. None changes by itself: a changed label restarts a
 * firing alert (design rule 13), so the owner is an annotation, and a renamed entity keeps the name
 * that it had.
 */
export function alertLabels(
  alert: ResolvedAlert,
  { spec }: ResolvedMonitoring,
): Record<string, string> {
  const { environment } = spec;
  return {
    severity: alert.severity,
    entity: identityRef(spec),
    service: identityName(spec),
    ...(environment ? { environment } : {}),
  };
}

/** What a person reads in a notification, and what the screens read back. */
export function alertAnnotations(
  alert: ResolvedAlert,
  { spec, entityUrl }: ResolvedMonitoring,
  options: AlertTextOptions,
): Record<string, string> {
  const { dashboard, runbookUrl } = alert;
  const url = dashboard
    ? options.dashboardUrl?.(dashboard.uid, dashboard.panelId)
    : undefined;
  return {
    summary: alert.summary,
    description: alert.description,
    // Of the catalog: it must not start a template, which could read the series of others.
    ...(spec.owner ? { owner: escapeTemplate(spec.owner) } : {}),
    ...(entityUrl ? { entity_url: entityUrl } : {}),
    ...(runbookUrl ? { runbook_url: runbookUrl } : {}),
    ...(url ? { dashboard_url: url } : {}),
    ...(dashboard ? { __dashboardUid__: dashboard.uid } : {}),
    ...(dashboard?.panelId !== undefined
      ? { __panelId__: String(dashboard.panelId) }
      : {}),
    sightline_unit: alert.unit,
    sightline_limit: numberText(alert.threshold),
    ...(options.key ? { sightline_key: options.key } : {}),
  };
}

/** An alert as a Prometheus rule. */
export function alertRule(
  alert: ResolvedAlert,
  monitoring: ResolvedMonitoring,
  options: AlertTextOptions,
): AlertingRule {
  return {
    alert: alert.name,
    expr: alertExpression(alert),
    ...(alert.for > 0 ? { for: formatDuration(alert.for) } : {}),
    labels: alertLabels(alert, monitoring),
    annotations: alertAnnotations(alert, monitoring, options),
  };
}
