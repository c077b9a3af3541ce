import {
  AlertSeverity,
  objectKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig, GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import {
  contactPointContent,
  contactPointName,
  contactPointOwner,
  contactPointUid,
} from '../../targets';
import { desiredObject } from './desiredObject';

/** The channels that are told of an entity's alerts of one severity; sorted. */
function channelsOf(
  { spec, notifications }: ResolvedMonitoring,
  severity: AlertSeverity,
): string[] {
  if (!spec.provision.includes('notifications')) {
    return [];
  }
  const told = notifications.filter(
    entry => entry.severity === undefined || entry.severity === severity,
  );
  return [...new Set(told.map(({ channel }) => channel))].sort();
}

/** The contact point that an alert tells; `undefined` when it tells nobody in particular. */
export function contactPointFor(
  monitoring: ResolvedMonitoring,
  severity: AlertSeverity,
): string | undefined {
  const channels = channelsOf(monitoring, severity);
  return channels.length > 0 ? contactPointName(channels) : undefined;
}

/** One contact point for each set of channels that alerts of these entities tell. */
export function desiredContactPoints(
  entities: ResolvedMonitoring[],
  grafana: GrafanaConfig,
  channels: ChannelConfig[],
): DesiredObject[] {
  const sets = new Map<string, string[]>();
  for (const monitoring of entities) {
    for (const { severity } of monitoring.alerts) {
      const told = channelsOf(monitoring, severity);
      if (told.length > 0) {
        sets.set(contactPointName(told), told);
      }
    }
  }
  const owner = contactPointOwner(grafana);
  return [...sets.keys()].sort().map(name =>
    desiredObject({
      key: objectKey(owner, 'contact-point', name),
      kind: 'contact-point',
      entityRef: owner,
      target: `grafana:${grafana.id}`,
      uid: contactPointUid(name),
      title: name,
      content: contactPointContent(
        channels.filter(channel => sets.get(name)!.includes(channel.name)),
      ),
    }),
  );
}
