/** An annotation that has a meaning, but not for this version. */
export interface LaterAnnotation {
  key: string;
  /** What it is, as the start of a sentence. */
  what: string;
  /** What works instead: whole lines of `metadata.annotations`. */
  example: string;
}

const PACKS = `monitoring/packs: 'http'`;

/** Annotations of other plugins that a team may bring along. */
export const LATER_ANNOTATIONS: LaterAnnotation[] = [
  {
    key: 'grafana/alert-label-selector',
    what: 'The alert selector of the Grafana plugin is',
    example: PACKS,
  },
  {
    key: 'grafana/host-id',
    what: 'The host of the Grafana plugin is',
    example: `monitoring/grafana: 'default'`,
  },
  {
    key: 'prometheus.io/rule',
    what: 'The graphs of the Prometheus plugin are',
    example: PACKS,
  },
  {
    key: 'prometheus.io/alert',
    what: 'The alerts of the Prometheus plugin are',
    example: PACKS,
  },
  {
    key: 'prometheus.io/labels',
    what: 'The labels of the Prometheus plugin are',
    example: `monitoring/selector: 'service="ingestor"'`,
  },
  {
    key: 'prometheus.io/service-name',
    what: 'The instance of the Prometheus plugin is',
    example: `monitoring/prometheus: 'default'`,
  },
];
