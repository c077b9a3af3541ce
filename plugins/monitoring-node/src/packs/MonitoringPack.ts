import {
  AlertSeverity,
  SliTemplate,
  ThresholdOperator,
} from '@sightline/backstage-plugin-monitoring-common';

/**
 * A kind of series that a pack looks for among an entity's, to know whether it fits and which
 * dialect of its metrics the entity speaks.
 *
 * @public
 */
export interface MetricProbe {
  /** `[a-z0-9-]+`, unique in the pack. */
  id: string;
  /** For people: `OpenTelemetry`, `Spring Boot`. */
  title: string;
  /** Name of the metric as Prometheus stores it, with `_bucket`, `_count` or `_total`. */
  metric: string;
  /** What its series must have besides the entity's selector: `status_code!="", route!=""`. */
  matchers?: string;
}

/**
 * What a pack is told about the entity it is made for.
 *
 * @public
 */
export interface PackContext {
  /** Canonical ref, `component:default/ingestor`. */
  entityRef: string;
  /** `metadata.name`. */
  name: string;
  /** `metadata.title`, or the name. */
  title: string;
  /** The entity's label matchers as PromQL without braces, never empty: `service="ingestor"`. */
  selector: string;
  /** Options of the pack reference: `postgresql(database=media)`. */
  options: Record<string, string>;
  /**
   * Which of the pack's probes the entity's series answer to: ids, in the order of the probes.
   * Absent when nobody could look.
   */
  found?: readonly string[];
}

/**
 * A dashboard of a pack.
 *
 * @public
 */
export interface PackDashboard {
  /** Unique in the pack, stable: part of the dashboard's uid. */
  id: string;
  title: string;
  /** Grafana dashboard JSON, v1, without `uid`, `id`, `version`. */
  model: Record<string, unknown>;
}

/**
 * An alert of a pack: `expression operator threshold` held for `for` seconds.
 *
 * @public
 */
export interface PackAlert {
  /** Unique over all packs, CamelCase. Stable: renaming it resets a firing alert. */
  name: string;
  /** Left side of the comparison, PromQL. */
  expression: string;
  operator: ThresholdOperator;
  /** In the unit of the expression. */
  threshold: number;
  /** How `threshold` and the value are written for people. */
  unit: 'percent' | 'seconds' | 'bytes' | 'number';
  /** In seconds. */
  for: number;
  severity: AlertSeverity;
  /** One sentence; Prometheus templates such as `{{ $labels.instance }}` are allowed. */
  summary: string;
  /** What it means, with the current value by `{{ $value }}`. */
  description: string;
  /** Page in `docs/runbooks/`, without extension; the alert's name when absent. */
  runbook?: string;
  /** The panel that shows it. */
  panel?: { dashboard: string; panelId: number };
}

/**
 * Dashboards, alerts and SLIs for one kind of thing. Pure: same context, same answer.
 *
 * @public
 */
export interface MonitoringPack {
  /** `[a-z0-9-]+`, as written in `monitoring/packs`. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the list of packs. */
  readonly description: string;
  /** The exporter or library, with version, whose metric names are used. */
  readonly metricsFrom: string;
  /** Options that the pack understands, with what they mean. */
  readonly options?: Record<string, string>;
  /** What it looks for, the dialect to be preferred first. Packs with probes can be suggested. */
  readonly probes?: readonly MetricProbe[];
  /**
   * Why the pack has nothing for this entity now, as a sentence for the author of the annotation:
   * what was looked for, what to do. What the entity has is then kept as it is. Only packs that
   * depend on {@link PackContext.found} have it.
   */
  lacks?(context: PackContext): string | undefined;
  dashboards(context: PackContext): PackDashboard[];
  alerts(context: PackContext): PackAlert[];
  slis(context: PackContext): SliTemplate[];
}
