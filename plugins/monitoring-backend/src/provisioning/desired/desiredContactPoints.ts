import {
  AlertSeverity,
  EntityNotification,
  objectKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig, GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { contactPointContent, contactPointUid } from '../../targets';
import { desiredObject } from './desiredObject';

function toldOf(
  { spec, notifications }: ResolvedMonitoring,
  severity: AlertSeverity,
): EntityNotification[] {
  return spec.provision.includes('notifications')
    ? notifications.filter(
        entry => entry.severity === undefined || entry.severity === severity,
      )
    : [];
}

/** What all entities share that name no channel. */
const SHARED = 'default';

/**
 * The contact point that alerts of one severity tell; `undefined` when they tell nobody in
 * particular. Grafana makes the name a label of the alert, and a changed label restarts a firing
 * alert (design rule 13), so it says nothing of the channels.
 */
export function contactPointFor(
  monitoring: ResolvedMonitoring,
  severity: AlertSeverity,
): string | undefined {
  const [first] = toldOf(monitoring, severity);
  return first
    ? `sightline:${severity}:${
        first.from === 'default' ? SHARED : monitoring.spec.entityRef
      }`
    : undefined;
}

/** The contact points of these entities: for each one or shared, and for each severity. */
export function desiredContactPoints(
  entities: ResolvedMonitoring[],
  grafana: GrafanaConfig,
  channels: ChannelConfig[],
): DesiredObject[] {
  const found = new Map<string, { entityRef: string; told: Set<string> }>();
  for (const monitoring of entities) {
    for (const { severity } of monitoring.alerts) {
      const name = contactPointFor(monitoring, severity);
      if (name) {
        const told = toldOf(monitoring, severity);
        found.set(name, {
          entityRef:
            told[0].from === 'default'
              ? `sightline/${grafana.id}`
              : monitoring.spec.entityRef,
          told: new Set(told.map(({ channel }) => channel)),
        });
      }
    }
  }
  return [...found].map(([name, { entityRef, told }]) =>
    desiredObject({
      key: objectKey(entityRef, 'contact-point', name),
      kind: 'contact-point',
      entityRef,
      target: `grafana:${grafana.id}`,
      uid: contactPointUid(name),
      title: name,
      content: contactPointContent(
        name,
        channels.filter(channel => told.has(channel.name)),
      ),
    }),
  );
}
