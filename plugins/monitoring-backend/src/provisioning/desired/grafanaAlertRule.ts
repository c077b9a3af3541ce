import {
  AlertingRule,
  AlertSeverity,
  formatDuration,
  objectUid,
  parseDuration,
} from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedAlert, ResolvedMonitoring } from '../../packs';
import { muteTimingName } from '../../targets';
import { alertAnnotations, alertLabels, numberText } from './alertRule';
import { contactPointFor } from './desiredContactPoints';
import { mutesOf } from './desiredMuteTimings';

/** How far back an instant query may look for its sample. In seconds. */
const LOOKBACK = 600;

/** In Grafana `$value` is a list of all values as text; the number is that of query A. */
function grafanaTemplate(text: string): string {
  return text.replace(/\$value\b/g, '$$values.A.Value');
}

/** One message for an incident, however many series it has. Grafana insists on the first two. */
const GROUP_BY = ['alertname', 'grafana_folder', 'entity'];

type Condition = Pick<ResolvedAlert, 'operator' | 'threshold'>;

/** An expression of Grafana itself. */
function expression(refId: string, model: Record<string, unknown>) {
  return {
    refId,
    datasourceUid: '__expr__',
    relativeTimeRange: { from: LOOKBACK, to: 0 },
    model: { refId, ...model },
  };
}

/**
 * The comparison, true or not. In Grafana any comparison with NaN is NaN, and NaN alerts; in PromQL
 * NaN meets no condition but `!=`, so that a ratio without traffic must not fire here either.
 */
function comparison({ operator, threshold }: Condition) {
  return [
    expression('B', {
      type: 'math',
      expression: `$A ${operator} ${numberText(threshold)}`,
    }),
    expression('C', {
      type: 'reduce',
      expression: 'B',
      reducer: 'last',
      settings: {
        mode: 'replaceNN',
        replaceWithValue: operator === '!=' ? 1 : 0,
      },
    }),
  ];
}

/** What a rule is made of beside the entity's own. */
interface GrafanaRule {
  uid: string;
  title: string;
  severity: AlertSeverity;
  /** PromQL of the value. */
  expression: string;
  condition: Condition;
  /** In seconds. */
  for: number;
  annotations: Record<string, string>;
  labels: Record<string, string>;
}

function grafanaRule(
  rule: GrafanaRule,
  monitoring: ResolvedMonitoring,
  datasource: string,
): Record<string, unknown> {
  const receiver = contactPointFor(monitoring, rule.severity);
  const mutes = mutesOf(monitoring.spec, rule.severity);
  return {
    uid: rule.uid,
    title: rule.title,
    condition: 'C',
    data: [
      {
        refId: 'A',
        datasourceUid: datasource,
        relativeTimeRange: { from: LOOKBACK, to: 0 },
        model: {
          refId: 'A',
          expr: rule.expression,
          instant: true,
          range: false,
        },
      },
      ...comparison(rule.condition),
    ],
    // As in Prometheus: no series, no alert.
    noDataState: 'OK',
    // And no answer, nothing new: `Error` would tell everybody of the outage with an alert of its own.
    execErrState: 'KeepLast',
    for: rule.for > 0 ? formatDuration(rule.for) : '0s',
    annotations: {
      ...rule.annotations,
      // Grafana tells the value of the condition, which is 1, and not that of the query.
      sightline_value: '{{ $values.A.Value }}',
    },
    labels: rule.labels,
    isPaused: false,
    // Never the tree of notification policies, which is everybody's.
    ...(receiver
      ? {
          notification_settings: {
            receiver,
            group_by: GROUP_BY,
            ...(mutes.length > 0
              ? { mute_time_intervals: mutes.map(muteTimingName) }
              : {}),
          },
        }
      : {}),
  };
}

/**
 * An alert as a Grafana rule: the expression as an instant query, the comparison as expressions of
 * Grafana, so that a value of 0 is judged like any other.
 */
export function grafanaAlertRule(
  alert: ResolvedAlert,
  monitoring: ResolvedMonitoring,
  options: { datasource: string; groupKey: string },
): Record<string, unknown> {
  return grafanaRule(
    {
      uid: objectUid(`${options.groupKey}/${alert.name}`),
      title: alert.name,
      severity: alert.severity,
      expression: alert.expression,
      condition: alert,
      for: alert.for,
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
    },
    monitoring,
    options.datasource,
  );
}

/**
 * An alert of an SLO as a Grafana rule: the expression has a value, the error ratio, while it is to
 * fire, and none otherwise.
 *
 * @param id - of the SLO, whose alerts have the names of every other's
 */
export function grafanaSloRule(
  { alert, annotations = {}, expr, for: wait, labels = {} }: AlertingRule,
  id: string,
  monitoring: ResolvedMonitoring,
  options: { datasource: string; groupKey: string },
): Record<string, unknown> {
  const { sightline_key: _mark, ...texts } = annotations;
  return grafanaRule(
    {
      uid: objectUid(`${options.groupKey}/${id}/${alert}`),
      title: alert,
      severity: labels.severity as AlertSeverity,
      expression: expr,
      condition: { operator: '>', threshold: 0 },
      for: (wait && parseDuration(wait)) || 0,
      annotations: Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [
          name,
          grafanaTemplate(text),
        ]),
      ),
      labels,
    },
    monitoring,
    options.datasource,
  );
}
