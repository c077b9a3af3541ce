import {
  AnnotationProblem,
  MONITORING_ANNOTATION_PROMETHEUS,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';

/** Which Prometheus servers there are for an entity's rules. */
export interface RuleServers {
  /** Ids of the servers whose series our rules read; absent when none are written for one. */
  rulesPrometheus?: readonly string[];
  /** Id of the server of an entity that names none. */
  defaultPrometheus?: string;
}

/**
 * A problem for an entity whose series are on a server for which no rules are written: elsewhere
 * they would select another server's series, unscoped.
 */
export function findRulesElsewhere(
  spec: MonitoringSpec,
  { rulesPrometheus, defaultPrometheus }: RuleServers,
): AnnotationProblem[] {
  const own = spec.prometheus ?? defaultPrometheus;
  if (!rulesPrometheus?.length || rulesPrometheus.includes(own ?? '')) {
    return [];
  }
  const names = rulesPrometheus.map(id => `'${id}'`).join(', ');
  return [
    {
      annotation: MONITORING_ANNOTATION_PROMETHEUS,
      severity: 'warning',
      message: `Rules are provisioned for the Prometheus ${names} only, and this entity uses '${own}': it gets no alert and SLO rules there. Dashboards and queries are not affected`,
      example: rulesPrometheus[0],
    },
  ];
}
