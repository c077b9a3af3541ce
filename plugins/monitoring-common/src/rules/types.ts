/**
 * A recording rule, as Prometheus' rule files spell it.
 *
 * @public
 */
export interface RecordingRule {
  record: string;
  expr: string;
  labels?: Record<string, string>;
}

/**
 * An alerting rule, as Prometheus' rule files spell it.
 *
 * @public
 */
export interface AlertingRule {
  alert: string;
  expr: string;
  /** Prometheus duration, `5m`; absent fires at once. */
  for?: string;
  /** Stable ones only: a changed label restarts a firing alert. */
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/**
 * One rule of a group.
 *
 * @public
 */
export type Rule = RecordingRule | AlertingRule;

/**
 * A rule group; `{ groups: RuleGroup[] }` written as YAML is a Prometheus rule file.
 *
 * @public
 */
export interface RuleGroup {
  /** Unique in its file and stable: a renamed group restarts its alerts. */
  name: string;
  /** Prometheus duration; absent means the server's own evaluation interval. */
  interval?: string;
  /** Evaluated in this order. At most 20, the default limit of Mimir's ruler. */
  rules: Rule[];
}
