import {
  MONITORING_ANNOTATION_DASHBOARDS,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { GrafanaConfig } from '../config';

/**
 * Drops the links to dashboards where the operator lets entities link to none: they would be read
 * with the rights of the portal and not with those of who writes the annotation.
 */
export function limitLinks(
  parsed: Parsed<MonitoringSpec>,
  instances: GrafanaConfig[],
): Parsed<MonitoringSpec> {
  const spec = parsed.value;
  const grafana = spec.grafana
    ? instances.find(({ id }) => id === spec.grafana)
    : instances[0];
  if (spec.dashboards.length === 0 || grafana?.linkedDashboards) {
    return parsed;
  }
  return {
    value: { ...spec, dashboards: [] },
    problems: [
      ...parsed.problems,
      {
        annotation: MONITORING_ANNOTATION_DASHBOARDS,
        severity: 'error',
        message: grafana
          ? `Whoever runs this portal has not allowed entities to link to dashboards of Grafana '${grafana.id}', so none is shown. Ask for the folder or the tag of yours to be added to linkedDashboards`
          : 'This portal has no Grafana, so no linked dashboard is shown',
      },
    ],
  };
}
