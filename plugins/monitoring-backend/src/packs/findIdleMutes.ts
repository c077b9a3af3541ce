import {
  AnnotationProblem,
  EntityNotification,
  MONITORING_ANNOTATION_MUTE,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig } from '../config';

/** Why nothing that Sightline writes knows the mute timings; `undefined` when something does. */
function reason(
  spec: MonitoringSpec,
  notifications: EntityNotification[],
  { alerts, alertmanagerConfig }: MonitoringConfig['provisioning'],
): string | undefined {
  if (!spec.provision.includes('notifications')) {
    return 'monitoring/provision leaves notifications out';
  }
  if (alertmanagerConfig) {
    return undefined;
  }
  if (alerts !== 'grafana') {
    return "this portal does not write Alertmanager's configuration";
  }
  return notifications.length > 0
    ? undefined
    : 'the entity tells no channel: Grafana mutes only what goes to one. Name one in monitoring/notify';
}

/** A problem for an entity that asks to be muted where nothing can do so: it believes in silence. */
export function findIdleMutes(
  spec: MonitoringSpec,
  notifications: EntityNotification[],
  { provisioning }: Pick<MonitoringConfig, 'provisioning'>,
): AnnotationProblem[] {
  const why =
    spec.mute.length > 0
      ? reason(spec, notifications, provisioning)
      : undefined;
  return why
    ? [
        {
          annotation: MONITORING_ANNOTATION_MUTE,
          severity: 'warning',
          message: `Nothing is muted: ${why}`,
        },
      ]
    : [];
}
