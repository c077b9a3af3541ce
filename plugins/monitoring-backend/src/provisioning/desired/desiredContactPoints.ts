import {
  AlertSeverity,
  EntityNotification,
  identityRef,
  objectKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig, GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { contactPointContent, contactPointUid } from '../../targets';
import { desiredObject } from './desiredObject';
import { entityFields } from './entityFields';

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
        first.from === 'default' ? SHARED : identityRef(monitoring.spec)
      }`
    : undefined;
}

/** A contact point that is wanted, and whether all entities share it that name no channel. */
export interface WantedContactPoint {
  name: string;
  shared: boolean;
  create(): DesiredObject;
}

/** The contact points of one entity's alerts: one for each of their severities. */
export function desiredContactPoints(
  monitoring: ResolvedMonitoring,
  grafana: GrafanaConfig,
  channels: ChannelConfig[],
  severities: AlertSeverity[],
): WantedContactPoint[] {
  const { spec } = monitoring;
  return [...new Set(severities)].flatMap(severity => {
    const name = contactPointFor(monitoring, severity);
    if (!name) {
      return [];
    }
    const told = toldOf(monitoring, severity);
    const names = new Set(told.map(({ channel }) => channel));
    const shared = told[0].from === 'default';
    const owner = `sightline/${grafana.id}`;
    const { environment: _, ...fields } = entityFields(spec);
    return [
      {
        name,
        shared,
        create: () =>
          desiredObject({
            ...(shared ? { entityRef: owner } : fields),
            key: objectKey(
              shared ? owner : identityRef(spec),
              'contact-point',
              name,
            ),
            kind: 'contact-point',
            target: `grafana:${grafana.id}`,
            uid: contactPointUid(name),
            title: name,
            content: () =>
              contactPointContent(
                name,
                channels.filter(channel => names.has(channel.name)),
              ),
          }),
      },
    ];
  });
}
