import {
  AlertSeverity,
  AnnotationProblem,
  MonitoringSpec,
} from '../annotations/types';
import { PanelTransformation } from '../dashboards/types';
import { ManagedObject } from '../provisioning/types';
import {
  BudgetingMethod,
  Sli,
  SloQuery,
  SloRollup,
  SloState,
  SloStatus,
  TimeSlice,
} from '../slo/types';

/**
 * How fresh a snapshot is and whether its source answers.
 *
 * @public
 */
export interface SourceHealth {
  /** Id of the instance, `prometheus:default` or `alertmanager:default`. */
  source: string;
  state: 'ok' | 'stale' | 'unreachable' | 'starting';
  /** When it last answered. ISO 8601; absent when it never did. */
  lastSuccessAt?: string;
  /** For people; never an upstream body. */
  message?: string;
}

/**
 * An alert that is pending or firing.
 *
 * @public
 */
export interface ActiveAlert {
  /** Stable hash of the alert's name and labels. */
  id: string;
  name: string;
  state: 'firing' | 'pending' | 'silenced';
  severity: AlertSeverity;
  /** ISO 8601. */
  since: string;
  /** Current value of the expression. */
  value?: number;
  /** How `value` and `limit` are written for people; absent means a plain number. */
  unit?: 'percent' | 'seconds' | 'bytes' | 'number';
  /** The threshold that `value` is compared with. */
  limit?: number;
  summary?: string;
  description?: string;
  runbookUrl?: string;
  dashboardUrl?: string;
  /** Uid of the entity's dashboard that shows it, and the panel. */
  dashboard?: { uid: string; panelId?: number };
  labels: Record<string, string>;
  entityRef?: string;
  /** Name of the entity's environment that it is about; absent when it has none, or says none. */
  environment?: string;
  /** Set when this is a burn-rate alert of an SLO. */
  sloId?: string;
  /** Silenced until, ISO 8601, and by whom. */
  silence?: { until: string; by: string; comment: string };
  /** `true` when Alertmanager tells nobody of it, because another alert fires. */
  inhibited?: boolean;
  /** Where it was seen. */
  sources: string[];
  /** Set when none of the sources answers now: when the last of them did. ISO 8601. */
  lastKnownAt?: string;
}

/** `GET /v1/slos` @public */
export interface SloListResponse {
  items: SloStatus[];
  /** All that match the filters, on all pages. */
  totalItems: number;
  /** Entities of all that match the filters other than `state`. */
  entities?: number;
  /** Opaque; absent on the last page. */
  nextCursor?: string;
  /** Counts by state over all that match the filters other than `state`. */
  counts: Record<SloState, number>;
  health: SourceHealth[];
}

/** Query of `GET /v1/slos` @public */
export interface SloListQuery {
  state?: SloState[];
  /** Canonical entity refs. */
  owner?: string[];
  system?: string[];
  domain?: string[];
  /** Matches title and entity name. */
  search?: string;
  sort?: 'urgency' | 'budget' | 'burn' | 'gone' | 'sli' | 'name' | 'owner';
  /** Default as the sort itself goes: most urgent, least budget, A to Z first. */
  order?: 'asc' | 'desc';
  /** 1..500, default 50. */
  limit?: number;
  cursor?: string;
}

/** `GET /v1/slos/rollups?by=…`, with the filters of `GET /v1/slos` @public */
export interface SloRollupResponse {
  /** Worst first. */
  items: SloRollup[];
  health: SourceHealth[];
}

/** What SLOs are rolled up by. @public */
export type SloRollupKey = 'system' | 'domain' | 'owner';

/**
 * `GET /v1/slos/trends?slo=entityRef|id…` (at most 100): budget left over each SLO's window, in
 * about 30 points. SLOs that are not known or may not be read are left out.
 *
 * @public
 */
export interface SloTrendsResponse {
  items: {
    entityRef: string;
    id: string;
    /** Share of budget left, oldest first. */
    budgetRemaining: (number | null)[];
  }[];
}

/** `GET /v1/entities/…/slos/{id}` @public */
export interface SloDetailResponse {
  status: SloStatus;
  /** What is measured. */
  sli: Sli;
  /** How its events are counted. */
  budgetingMethod: BudgetingMethod;
  timeSlice?: TimeSlice;
  alerting: {
    enabled: boolean;
    /** Name of the catalogue of burn-rate pairs. */
    catalogue: string;
    minimumEvents: number;
    /** Names of the channels that are told, as on the entity page. */
    channels: string[];
  };
  /** Exact PromQL, in the order in which a reader wants it. */
  queries: SloQuery[];
  /** Id of the Prometheus that measures it. */
  prometheus?: string;
  /** What this SLO will not do, with the reason. */
  warnings: AnnotationProblem[];
  /** The same SLO as an OpenSLO v1 document (YAML). */
  openSlo: string;
  runbookUrl?: string;
  /** Of the entity's first provisioned dashboard. */
  dashboardUrl?: string;
  /** Where `catalog-info.yaml` can be edited. */
  editUrl?: string;
  health: SourceHealth[];
}

/** `GET /v1/alerts` and `GET /v1/entities/…/alerts` @public */
export interface AlertListResponse {
  items: ActiveAlert[];
  totalItems: number;
  health: SourceHealth[];
}

/** Query of `GET /v1/alerts` @public */
export interface AlertListQuery {
  state?: ActiveAlert['state'][];
  severity?: AlertSeverity[];
  owner?: string[];
  system?: string[];
  /** 1..500, default 100. */
  limit?: number;
}

/** `GET /v1/entities/{kind}/{namespace}/{name}` @public */
export interface EntityMonitoringResponse {
  spec: MonitoringSpec;
  problems: AnnotationProblem[];
  objects: ManagedObject[];
  /** When the last reconcile looked at this entity. ISO 8601; absent when none has yet. */
  lastReconciledAt?: string;
  /** Who is told when an alert of the entity fires. */
  notifications: EntityNotification[];
  /** Whether a test message can be asked for here. */
  notificationTest: NotificationTestPossibility;
  /** Packs that could be named in `monitoring/packs`. */
  availablePacks: { id: string; title: string; description: string }[];
  health: SourceHealth[];
}

/**
 * Kinds of notification channels that can be configured.
 *
 * @public
 */
export type NotificationChannelType =
  | 'email'
  | 'slack'
  | 'webhook'
  | 'pagerduty'
  | 'opsgenie'
  | 'teams'
  | 'googlechat';

/**
 * A channel that an entity's alerts go to; never its address.
 *
 * @public
 */
export interface EntityNotification {
  /** Name in the configuration. */
  channel: string;
  type: NotificationChannelType;
  /** Only alerts of this severity; absent means all. */
  severity?: AlertSeverity;
  /** Whether the entity names it in `monitoring/notify`, or the operator for all that name none. */
  from: 'annotation' | 'default';
}

/**
 * Whether a test message could reach any channel.
 *
 * @public
 */
export interface NotificationTestPossibility {
  possible: boolean;
  /** For people: why it is not, and what to do instead. Present exactly when it is not. */
  reason?: string;
}

/** `POST /v1/entities/…/notifications/test` @public */
export interface TestNotificationRequest {
  /** Name of one of the entity's channels. */
  channel: string;
}

/** @public */
export interface TestNotificationResponse {
  /** Who was asked to deliver it: `alertmanager:default`, `grafana:default`. */
  via: string;
  /** For people: what to expect, and when. */
  message: string;
}

/**
 * A pack that an entity's live metrics would fill.
 *
 * @public
 */
export interface PackSuggestion {
  pack: string;
  title: string;
  description: string;
  /** What was found, for people: `Spring Boot (http_server_requests_seconds_count)`. */
  because: string[];
  /** The value of `monitoring/packs` with this pack added. */
  line: string;
}

/** `GET /v1/entities/…/suggestions` @public */
export interface EntitySuggestionsResponse {
  /** Packs that the entity does not name and could; empty when there are none. */
  items: PackSuggestion[];
  /** The value of `monitoring/packs` with all of them added; absent when there are none. */
  line?: string;
  /** The label matchers whose series were looked at. */
  selector: string;
  /** Why nobody could look. */
  notice?: string;
}

/** `GET /v1/entities/…/slos` @public */
export interface EntitySlosResponse {
  items: SloStatus[];
  health: SourceHealth[];
}

/** `GET /v1/entities/…/dashboards` @public */
export interface EntityDashboardsResponse {
  items: DashboardSummary[];
}

/** @public */
export interface DashboardSummary {
  uid: string;
  title: string;
  /** Id of the pack that made it; absent for a linked dashboard. */
  pack?: string;
  /** Where it was read: from Grafana, or from the pack because Grafana has it not (yet) or does not answer. */
  source: 'grafana' | 'pack';
  /** In Grafana, for people. */
  url?: string;
  /** Set when `source` is `pack` although a Grafana is configured. */
  notice?: string;
}

/** `GET /v1/entities/…/dashboards/{uid}` @public */
export interface EntityDashboardResponse extends DashboardSummary {
  /** Grafana dashboard JSON, v1, as stored. */
  dashboard: unknown;
  /** Values for the dashboard's variables taken from the entity's selector. */
  variables: Record<string, string | string[]>;
}

/** `POST /v1/entities/…/dashboards/{uid}/variables`; times in Unix milliseconds. @public */
export interface DashboardVariablesRequest {
  /** What is chosen now; the choices of one variable may depend on another. */
  variables?: Record<string, string | string[]>;
  range: { from: number; to: number };
  /** Only these variables; absent means all whose choices are not on the dashboard itself. */
  names?: string[];
  /** Instead: labels that a filter of this ad hoc variable can have, or values of one. */
  adhoc?: { name: string; key?: string };
}

/** @public */
export interface DashboardVariablesResponse {
  /** Those of the dashboard's variables whose choices are not on the dashboard itself. */
  items: VariableChoices[];
}

/**
 * What can be chosen for a variable.
 *
 * @public
 */
export interface VariableChoices {
  name: string;
  label?: string;
  /** Without the choice of all; at most 10,000. */
  options: { text: string; value: string }[];
  /** What is chosen, or would be if nobody chose: as far as possible what the dashboard was saved with. */
  value?: string | string[];
  /** For people: why there are no options, or not all. */
  error?: string;
}

/** `POST /v1/entities/…/dashboards/{uid}/marks`; times in Unix milliseconds. @public */
export interface DashboardMarksRequest {
  /** Of the annotations that are wanted; absent means those that the dashboard switches on. */
  names?: string[];
  variables?: Record<string, string | string[]>;
  range: { from: number; to: number };
}

/** @public */
export interface DashboardMarksResponse {
  items: DashboardMark[];
  /** For people: what could not be read. */
  problems: string[];
}

/**
 * A moment or a time that is marked on the graphs of a dashboard.
 *
 * @public
 */
export interface DashboardMark {
  /** Unique within the answer. */
  id: string;
  /** `provisioning`: Sightline changed something of this entity. */
  kind: 'annotation' | 'alert' | 'deployment' | 'provisioning';
  /** Of the annotation that it belongs to; what its switch is called. */
  name: string;
  /** Named as dashboards name colours. */
  color: string;
  /** Unix milliseconds. */
  from: number;
  /** Absent for a moment. */
  to?: number;
  title?: string;
  text?: string;
  tags: string[];
  /** Panels that show it, or do not; absent means all do. */
  filter?: { exclude: boolean; panelIds: number[] };
}

/** Query of `GET /v1/entities/…/available-dashboards` @public */
export interface AvailableDashboardsQuery {
  /** Part of a title. */
  query?: string;
  /** 1..200, default 50. */
  limit?: number;
}

/** Dashboards in Grafana that the operator lets anybody look at from an entity. @public */
export interface AvailableDashboardsResponse {
  items: (DashboardSummary & { folder?: string; tags: string[] })[];
  /** Whether there are more than the limit. */
  isCut: boolean;
}

/** `POST /v1/entities/…/panels/query`; times in Unix milliseconds. @public */
export interface PanelQueryRequest {
  /** Uid of one of the entity's dashboards. */
  dashboard: string;
  /** Panels by id, or copies of them that a repeat made; 1..50. */
  panels: (number | PanelCopyRequest)[];
  variables?: Record<string, string | string[]>;
  /** What the panels show; whoever asks has applied their own times (`timeFrom`, `timeShift`). */
  range: { from: number; to: number };
  /** Of the zone that the range was chosen in: steps of hours and days follow its clock. */
  utcOffsetSeconds?: number;
  /** 10..5000, default 500. */
  maxDataPoints?: number;
  /**
   * What the caller holds already: the `tag` of each panel's last answer, by the copy's `key` or the
   * panel's id. A panel that would be answered the same is told to be so by a
   * {@link PanelUnchanged}.
   */
  known?: Record<string, string>;
}

/**
 * A copy of a panel that a repeat made.
 *
 * @public
 */
export interface PanelCopyRequest {
  id: number;
  /** Told in the answer; tells the copies apart. */
  key: string;
  /** What the repeat sets; goes before the dashboard's choices. */
  variables: Record<string, string | string[]>;
}

/**
 * One line of the NDJSON answer of `POST …/panels/query`: one panel, as it finishes.
 *
 * @public
 */
export type PanelAnswer = PanelQueryResult | PanelUnchanged;

/**
 * A panel of whose data the caller has told that he holds it.
 *
 * @public
 */
export interface PanelUnchanged {
  panelId: number;
  /** Of the copy, when one was asked for. */
  key?: string;
  /** The tag of what he holds. */
  unchanged: string;
}

/**
 * The data of one panel.
 *
 * @public
 */
export interface PanelQueryResult {
  panelId: number;
  /** Of the copy, when one was asked for. */
  key?: string;
  frames: PanelFrame[];
  /** For people, when the panel could not be queried (in part). */
  error?: string;
  /** Of the panel whose answers these are (`-- Dashboard --`): applied before the panel's own. */
  sourceTransformations?: PanelTransformation[];
  /** From Prometheus: the chart may be wrong. */
  warnings?: string[];
  /** Aligned range and step in seconds, as queried. */
  step?: number;
  /** Duration of the slowest upstream query, in milliseconds. */
  durationMs?: number;
  /**
   * Set when Prometheus did not answer and what was known is shown: how old the newest of it is, in
   * milliseconds.
   */
  staleMs?: number;
  /** When it was put together, in Unix milliseconds: it is given again for a few seconds. */
  answeredAt?: number;
  /**
   * The same for the same data, whenever it was asked for; to be sent as `known`. Absent for what is
   * not to be relied on: with an error, with warnings, or old.
   */
  tag?: string;
}

/**
 * All series of one target, columnar.
 *
 * @public
 */
export interface PanelFrame {
  refId: string;
  /** As sent to Prometheus; shown by the panel's query view. */
  expression: string;
  legendFormat?: string;
  /** As the target wants it shown; absent means `time_series`. */
  format?: 'time_series' | 'table' | 'heatmap';
  /** What the source answered; `number` is the figure of an expression. */
  resultType?: 'matrix' | 'vector' | 'scalar' | 'string' | 'number';
  /** Between two times, in seconds, as queried. */
  stepSeconds?: number;
  /** Of the upstream query, in milliseconds; absent for what was calculated here. */
  durationMs?: number;
  /** Whether it was known, in part or wholly, before it was asked for; absent for what is not kept. */
  cache?: 'hit' | 'partial' | 'miss' | 'bypass' | 'stale';
  /** The answer itself when it is a text (`resultType` is `string`). */
  text?: string;
  /**
   * Set for what an expression calculated: what its values are called. `null` is a value then that
   * could not be calculated.
   */
  valueName?: string;
  /**
   * Unix milliseconds, ascending. One entry for an instant query, none for a figure that an
   * expression calculates with: its series have one value each.
   */
  times: number[];
  series: {
    labels: Record<string, string>;
    /** One value per time; `null` where there is none. +Inf, -Inf and NaN travel as text. */
    values: (number | null | 'NaN' | '+Inf' | '-Inf')[];
  }[];
}
