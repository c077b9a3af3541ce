import {
  AlertSeverity,
  objectKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../../catalog';
import {
  ALERTMANAGER_OWNER,
  ALERTMANAGER_UID,
  NotificationRoute,
} from '../../targets';
import { desiredObject } from './desiredObject';

/** Who is told of whose alerts: one entry per channel and severity. */
function routesOf(entities: MonitoredEntity[]): NotificationRoute[] {
  const routes = new Map<
    string,
    { channel: string; severity?: AlertSeverity; entities: Set<string> }
  >();
  for (const { monitoring } of entities) {
    const { entityRef, provision } = monitoring.spec;
    if (provision.includes('notifications')) {
      for (const { channel, severity } of monitoring.notifications) {
        const key = `${channel}|${severity ?? ''}`;
        const known = routes.get(key);
        if (known) {
          known.entities.add(entityRef);
        } else {
          routes.set(key, {
            channel,
            ...(severity ? { severity } : {}),
            entities: new Set([entityRef]),
          });
        }
      }
    }
  }
  return [...routes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, route]) => ({ ...route, entities: [...route.entities].sort() }));
}

/**
 * The notification part of an Alertmanager's configuration. Alerts are found by their label
 * `entity`: whoever changes channels changes no alert, so none that fires starts again.
 */
export function desiredAlertmanagerConfig(
  entities: MonitoredEntity[],
): DesiredObject {
  return desiredObject({
    key: objectKey(ALERTMANAGER_OWNER, 'alertmanager-config', 'routes'),
    kind: 'alertmanager-config',
    entityRef: ALERTMANAGER_OWNER,
    target: 'alertmanager-config:default',
    uid: ALERTMANAGER_UID,
    title: 'Alertmanager configuration',
    content: { routes: routesOf(entities) },
  });
}
