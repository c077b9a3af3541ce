/** Comma list of packs: the opt-in. @public */
export const MONITORING_ANNOTATION_PACKS = 'monitoring/packs';
/** Label matchers that select the entity's series. @public */
export const MONITORING_ANNOTATION_SELECTOR = 'monitoring/selector';
/** SLO short forms, separated by semicolons. @public */
export const MONITORING_ANNOTATION_SLOS = 'monitoring/slos';
/** Overrides of the packs' alerts. @public */
export const MONITORING_ANNOTATION_ALERTS = 'monitoring/alerts';
/** Names of configured notification channels. @public */
export const MONITORING_ANNOTATION_NOTIFY = 'monitoring/notify';
/** Existing Grafana dashboards to show. @public */
export const MONITORING_ANNOTATION_DASHBOARDS = 'monitoring/dashboards';
/** What may be provisioned. @public */
export const MONITORING_ANNOTATION_PROVISION = 'monitoring/provision';
/** Id of the configured Prometheus. @public */
export const MONITORING_ANNOTATION_PROMETHEUS = 'monitoring/prometheus';
/** Id of the configured Grafana. @public */
export const MONITORING_ANNOTATION_GRAFANA = 'monitoring/grafana';
/** Base URL of runbooks. @public */
export const MONITORING_ANNOTATION_RUNBOOK = 'monitoring/runbook';
/** Named variants of the entity. @public */
export const MONITORING_ANNOTATION_ENVIRONMENTS = 'monitoring/environments';
/** Names of configured mute timings. @public */
export const MONITORING_ANNOTATION_MUTE = 'monitoring/mute';
/** Ref that the entity had before. @public */
export const MONITORING_ANNOTATION_RENAMED_FROM = 'monitoring/renamed-from';

/**
 * Every annotation that this version understands.
 *
 * @public
 */
export const MONITORING_ANNOTATIONS = [
  MONITORING_ANNOTATION_PACKS,
  MONITORING_ANNOTATION_SELECTOR,
  MONITORING_ANNOTATION_SLOS,
  MONITORING_ANNOTATION_ALERTS,
  MONITORING_ANNOTATION_NOTIFY,
  MONITORING_ANNOTATION_DASHBOARDS,
  MONITORING_ANNOTATION_PROVISION,
  MONITORING_ANNOTATION_PROMETHEUS,
  MONITORING_ANNOTATION_GRAFANA,
  MONITORING_ANNOTATION_RUNBOOK,
  MONITORING_ANNOTATION_ENVIRONMENTS,
  MONITORING_ANNOTATION_MUTE,
  MONITORING_ANNOTATION_RENAMED_FROM,
] as const;

/** Annotations that ask for something; the others only refine. Those of older plugins name dashboards. */
export const OPT_IN_ANNOTATIONS = [
  MONITORING_ANNOTATION_PACKS,
  MONITORING_ANNOTATION_SLOS,
  MONITORING_ANNOTATION_ALERTS,
  MONITORING_ANNOTATION_DASHBOARDS,
  'grafana/dashboard-selector',
  'grafana/tag-selector',
  'grafana/overview-dashboard',
] as const;

/** A value that works, for each annotation. */
export const ANNOTATION_EXAMPLES: Record<string, string> = {
  [MONITORING_ANNOTATION_PACKS]: 'http',
  [MONITORING_ANNOTATION_SELECTOR]: 'job="ingestor", env=~"prod|stage"',
  [MONITORING_ANNOTATION_SLOS]:
    'availability 99.9% 30d; latency p95 < 500ms 30d',
  [MONITORING_ANNOTATION_ALERTS]:
    'HighHttpErrorRate: > 3% for 10m critical; SlowHttpResponses: off',
  [MONITORING_ANNOTATION_NOTIFY]: 'media-slack, media-email[critical]',
  [MONITORING_ANNOTATION_DASHBOARDS]: 'uid:abc, tag:ingestor',
  [MONITORING_ANNOTATION_PROVISION]: 'dashboards, slos',
  [MONITORING_ANNOTATION_PROMETHEUS]: 'default',
  [MONITORING_ANNOTATION_GRAFANA]: 'default',
  [MONITORING_ANNOTATION_RUNBOOK]: 'https://runbooks.example.com/media',
  [MONITORING_ANNOTATION_ENVIRONMENTS]:
    'prod(selector: env="prod"), stage(selector: env="stage")',
  [MONITORING_ANNOTATION_MUTE]: 'weekends, outside-office-hours[warning]',
  [MONITORING_ANNOTATION_RENAMED_FROM]: 'component:default/old-name',
};
