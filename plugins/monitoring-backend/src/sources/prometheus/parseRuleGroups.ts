import { parseSampleValue } from './parseSampleValue';
import {
  PrometheusAlert,
  PrometheusRule,
  PrometheusRuleGroup,
} from './PrometheusClient';

interface WireAlert {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  state: string;
  activeAt: string;
  value?: string;
}

interface WireRule extends Omit<Partial<PrometheusRule>, 'alerts'> {
  alerts?: WireAlert[];
}

interface WireGroup extends Omit<Partial<PrometheusRuleGroup>, 'rules'> {
  rules?: WireRule[];
}

/** Reads alerts as `/alerts` and `/rules` answer them; inactive ones are left out. */
export function parseAlerts(alerts: unknown): PrometheusAlert[] {
  return ((alerts ?? []) as WireAlert[]).flatMap(alert =>
    alert.state === 'firing' || alert.state === 'pending'
      ? [
          {
            labels: alert.labels ?? {},
            annotations: alert.annotations ?? {},
            state: alert.state,
            activeAt: alert.activeAt,
            value: parseSampleValue(alert.value),
          },
        ]
      : [],
  );
}

/** Reads `groups` of `/rules`. */
export function parseRuleGroups(groups: unknown): PrometheusRuleGroup[] {
  return ((groups ?? []) as WireGroup[]).map(group => ({
    name: group.name ?? '',
    file: group.file ?? '',
    interval: group.interval ?? 0,
    lastEvaluation: group.lastEvaluation,
    rules: (group.rules ?? []).map(parseRule),
  }));
}

function parseRule(rule: WireRule): PrometheusRule {
  return {
    type: rule.type === 'alerting' ? 'alerting' : 'recording',
    name: rule.name ?? '',
    query: rule.query ?? '',
    labels: rule.labels ?? {},
    annotations: rule.annotations ?? {},
    health: rule.health ?? 'unknown',
    lastError: rule.lastError || undefined,
    lastEvaluation: rule.lastEvaluation,
    duration: rule.duration,
    alerts: parseAlerts(rule.alerts),
  };
}
