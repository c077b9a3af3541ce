import {
  AnnotationProblem,
  MONITORING_ANNOTATION_PROMETHEUS,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';

/** Which Prometheus servers there are for an entity's rules. */
export interface RuleServers {
  /** Id of the only server that reads rule files; absent when none are written. */
  rulesPrometheus?: string;
  /** Id of the server of an entity that names none. */
  defaultPrometheus?: string;
}

/**
 * A problem for an entity whose series are on a server that reads no rule files of ours: rules
 * would select another server's series there, unscoped, so none are written.
 */
export function findRulesElsewhere(
  spec: MonitoringSpec,
  { rulesPrometheus, defaultPrometheus }: RuleServers,
): AnnotationProblem[] {
  const own = spec.prometheus ?? defaultPrometheus;
  if (rulesPrometheus === undefined || own === rulesPrometheus) {
    return [];
  }
  return [
    {
      annotation: MONITORING_ANNOTATION_PROMETHEUS,
      severity: 'warning',
      message: `Rule files are provisioned for the Prometheus '${rulesPrometheus}' only, and this entity uses '${own}': it gets no alert and SLO rules as files. Dashboards and queries are not affected`,
      example: rulesPrometheus,
    },
  ];
}
