import {
  AlertSeverity,
  identityRef,
  MuteReference,
  objectKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../../catalog';
import { MonitoringConfig } from '../../config';
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
    const entity = identityRef(monitoring.spec);
    for (const { channel, severity } of monitoring.notifications) {
      const key = `${channel}|${severity ?? ''}`;
      const known = routes.get(key);
      if (known) {
        known.entities.add(entity);
      } else {
        routes.set(key, {
          channel,
          ...(severity ? { severity } : {}),
          entities: new Set([entity]),
        });
      }
    }
  }
  return [...routes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, route]) => ({ ...route, entities: [...route.entities].sort() }));
}

/** Entities whose alerts tell nobody at times, sorted. */
function mutesOf(entities: MonitoredEntity[]): [string, MuteReference[]][] {
  return entities
    .flatMap(({ monitoring: { spec } }): [string, MuteReference[]][] =>
      spec.mute.length > 0 ? [[identityRef(spec), spec.mute]] : [],
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function contentOf(all: MonitoredEntity[], config: MonitoringConfig) {
  const entities = all.filter(({ monitoring }) =>
    monitoring.spec.provision.includes('notifications'),
  );
  const mutes = mutesOf(entities);
  const used = new Set(
    mutes.flatMap(([, references]) => references.map(({ timing }) => timing)),
  );
  return {
    routes: routesOf(entities),
    ...(mutes.length > 0
      ? {
          mutes: Object.fromEntries(mutes),
          timings: config.notifications.muteTimings.filter(({ name }) =>
            used.has(name),
          ),
        }
      : {}),
  };
}

/**
 * The notification part of an Alertmanager's configuration. Alerts are found by their label
 * `entity`, whatever their environment: whoever changes channels changes no alert, so none that
 * fires starts again.
 */
export function desiredAlertmanagerConfig(
  entities: MonitoredEntity[],
  config: MonitoringConfig,
): DesiredObject {
  return desiredObject({
    key: objectKey(ALERTMANAGER_OWNER, 'alertmanager-config', 'routes'),
    kind: 'alertmanager-config',
    entityRef: ALERTMANAGER_OWNER,
    target: 'alertmanager-config:default',
    uid: ALERTMANAGER_UID,
    title: 'Alertmanager configuration',
    content: () => contentOf(entities, config),
  });
}
