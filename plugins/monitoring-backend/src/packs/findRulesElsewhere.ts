import {
  AnnotationProblem,
  MONITORING_ANNOTATION_PROMETHEUS,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig, ruleRoute } from '../config';

/**
 * A problem for an entity whose series are on a server for which no rules are written: elsewhere
 * they would select another server's series, unscoped.
 */
export function findRulesElsewhere(
  spec: Pick<MonitoringSpec, 'prometheus' | 'grafana'>,
  config: MonitoringConfig,
): AnnotationProblem[] {
  const found = new Map<string, AnnotationProblem>();
  for (const kind of ['alerts', 'slos'] as const) {
    const route = ruleRoute(kind, spec, config);
    if (route.form === 'none' && route.reason) {
      found.set(route.reason, {
        annotation: MONITORING_ANNOTATION_PROMETHEUS,
        severity: 'warning',
        message: `${route.reason}. Dashboards and queries are not affected`,
        ...(route.example ? { example: route.example } : {}),
      });
    }
  }
  return [...found.values()];
}
