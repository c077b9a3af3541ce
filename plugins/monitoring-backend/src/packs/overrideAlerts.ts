import {
  AlertOverride,
  AnnotationProblem,
  MONITORING_ANNOTATION_ALERTS,
  nearestName,
} from '@sightline/backstage-plugin-monitoring-common';
import { PackAlert } from '@sightline/backstage-plugin-monitoring-node';

function applyOverride(
  alert: PackAlert,
  override: AlertOverride | undefined,
): PackAlert {
  return override
    ? {
        ...alert,
        operator: override.operator ?? alert.operator,
        threshold: override.threshold ?? alert.threshold,
        for: override.for ?? alert.for,
        severity: override.severity ?? alert.severity,
      }
    : alert;
}

/** Problems for overrides of alerts that none of the entity's packs has. */
export function findUnknownOverrides(
  overrides: AlertOverride[],
  alertNames: string[],
): AnnotationProblem[] {
  return overrides
    .filter(({ alert }) => !alertNames.includes(alert))
    .map(({ alert }) => {
      const nearest = nearestName(alert, alertNames);
      return {
        annotation: MONITORING_ANNOTATION_ALERTS,
        severity: 'error',
        message: `No pack of this entity has an alert '${alert}'${
          nearest ? `; did you mean '${nearest}'` : ''
        }. There are: ${alertNames.join(', ') || 'none'}`,
        example: `${nearest ?? alertNames[0] ?? 'HighHttpErrorRate'}: off`,
      };
    });
}

/** The alerts of a pack as the entity wants them: without those that it switched off. */
export function overrideAlerts(
  alerts: PackAlert[],
  overrides: AlertOverride[],
): PackAlert[] {
  const byName = new Map(overrides.map(override => [override.alert, override]));
  return alerts
    .filter(({ name }) => byName.get(name)?.enabled !== false)
    .map(alert => applyOverride(alert, byName.get(alert.name)));
}
