import { SloWindow } from '../durations/SloWindow';
import { InvalidSlo, SloDefinition } from '../openslo/SloDefinition';

export type { SloWindow };

/**
 * One thing that could not be understood in a user-written text.
 *
 * @public
 */
export interface AnnotationProblem {
  /** The full annotation key, for example `monitoring/slos`. */
  annotation: string;
  /** `error`: the part was left out. `warning`: it is used, but read the message. */
  severity: 'error' | 'warning';
  /** One sentence that says what is wrong, in words for the author of the annotation. */
  message: string;
  /** Where in the annotation's value, in UTF-16 code units. Absent when the whole value (or the key) is meant. */
  position?: { offset: number; length: number };
  /** The annotation's value as written, cut to 500 characters. */
  value?: string;
  /** A value for this annotation that works. */
  example?: string;
}

/**
 * Result of a total parser: user-written input is never a reason to throw.
 *
 * @public
 */
export interface Parsed<T> {
  /** Everything that could be understood. */
  value: T;
  /** What could not be understood; empty when all is well. */
  problems: AnnotationProblem[];
}

/**
 * A Prometheus label matcher.
 *
 * @public
 */
export interface LabelMatcher {
  label: string;
  operator: '=' | '!=' | '=~' | '!~';
  /** The unescaped value. */
  value: string;
}

/**
 * A pack that an entity opted in to, with its options: `postgresql(database=media)`.
 *
 * @public
 */
export interface PackReference {
  id: string;
  options: Record<string, string>;
}

/**
 * A comparison operator of an alert's threshold.
 *
 * @public
 */
export type ThresholdOperator = '>' | '>=' | '<' | '<=' | '==' | '!=';

/**
 * Severity of an alert, most urgent first.
 *
 * @public
 */
export type AlertSeverity = 'critical' | 'warning' | 'info';

/**
 * What an entity changes about one alert of its packs.
 *
 * @public
 */
export interface AlertOverride {
  /** Name of the alert, as the pack spells it. */
  alert: string;
  /** `false` when the entity switched the alert off. */
  enabled: boolean;
  operator?: ThresholdOperator;
  /** In the unit of the alert's expression; `3%` is 0.03, `500ms` is 0.5. */
  threshold?: number;
  /** In seconds. */
  for?: number;
  severity?: AlertSeverity;
}

/**
 * A notification channel by the name it has in the configuration.
 *
 * @public
 */
export interface NotifyReference {
  channel: string;
  /** Only alerts of this severity; absent means all. */
  severity?: AlertSeverity;
}

/**
 * A kind of thing that Sightline can provision.
 *
 * @public
 */
export type ProvisionKind = 'dashboards' | 'alerts' | 'slos' | 'notifications';

/**
 * An existing Grafana dashboard to show, by uid or by tag.
 *
 * @public
 */
export interface DashboardReference {
  type: 'uid' | 'tag';
  value: string;
}

/**
 * An SLO as the short form writes it: `availability 99.9% 30d name=uploads sli=http:availability`.
 *
 * @public
 */
export interface SloShortForm {
  type: 'availability' | 'latency' | 'uptime' | 'errors';
  /** Target share of good events, as a decimal text between 0 and 1, exclusive; text so that 0.999 stays 0.999. */
  objective: string;
  /** For `latency`: what counts as fast, in seconds. */
  thresholdSeconds?: number;
  window: SloWindow;
  /** Name that the author gave; otherwise derived from type and threshold. Stable part of the SLO's id. */
  name?: string;
  /** Id of a pack's SLI, `pack:sli`; otherwise the first SLI of the entity's packs that fits the type. */
  sli?: string;
  /** Burn-rate pairs stay quiet with no more events than this in their long window: `min=100`. */
  minimumEvents?: number;
}

/**
 * One environment of an entity: `prod(selector: env="prod", prometheus: eu)`.
 *
 * @public
 */
export interface EnvironmentSpec {
  /** `[a-z0-9-]+`, at most 32 characters, unique in the entity. */
  name: string;
  /** Instead of the entity's. */
  prometheus?: string;
  grafana?: string;
  /** In addition to the entity's; one of the same label takes its place. */
  selector: LabelMatcher[];
}

/**
 * Everything an entity's annotations ask of Sightline.
 *
 * @public
 */
export interface MonitoringSpec {
  /** Canonical lower-case reference, `component:default/ingestor`. */
  entityRef: string;
  /** `metadata.name`. */
  name: string;
  /** `metadata.title`, or the name. */
  title: string;
  /** Canonical ref of the owner, where the entity has one. */
  owner?: string;
  /** Canonical ref of the system, where the entity has one. */
  system?: string;
  /** Whether any annotation asks for something. */
  optedIn: boolean;
  packs: PackReference[];
  /** Selects the entity's series. Never empty. */
  selector: LabelMatcher[];
  /** Whether `selector` is the configured default. */
  selectorIsDefault: boolean;
  slos: SloShortForm[];
  /** SLOs that the annotation writes as OpenSLO or Sloth documents; `slos` is empty then. */
  sloDefinitions: SloDefinition[];
  /** SLOs that could not be read; absent when there are none. */
  invalidSlos?: InvalidSlo[];
  alertOverrides: AlertOverride[];
  notify: NotifyReference[];
  dashboards: DashboardReference[];
  provision: ProvisionKind[];
  /** Id of the configured Prometheus; absent means the first. */
  prometheus?: string;
  /** Id of the configured Grafana; absent means the first. */
  grafana?: string;
  /** Base URL of runbooks, without a trailing slash. */
  runbook?: string;
  /** Environments, in the order in which they are written; empty when the entity has none. */
  environments: EnvironmentSpec[];
  /** Which of the environments this is; `selector`, `prometheus` and `grafana` are then its own. */
  environment?: string;
  /** Canonical ref that the entity had before; its objects become those of this entity. */
  renamedFrom?: string;
  /** The former ref that it names while an entity still has it; nothing is made until then. */
  awaitsName?: string;
  /** Names of configured mute timings during which the entity's alerts tell nobody. */
  mute: MuteReference[];
}

/**
 * A mute timing by the name it has in the configuration.
 *
 * @public
 */
export interface MuteReference {
  timing: string;
  /** Only alerts of this severity; absent means all. */
  severity?: AlertSeverity;
}
