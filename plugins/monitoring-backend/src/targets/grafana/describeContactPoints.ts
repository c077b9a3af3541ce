import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig } from '../../config';
import { GrafanaContactPoint } from './api/ContactPointsApi';
import {
  ContactPointContent,
  contactPointOf,
  secretsOf,
} from './contactPointContent';
import { describeTakenContactPoint } from './describeTakenContactPoint';
import { Fingerprints } from './Fingerprints';
import { ReadIntegration, readIntegration } from './readIntegration';

/** By what contact points are judged. */
interface Context {
  channels: ChannelConfig[];
  fingerprints: Fingerprints;
  publicUrl: string;
}

function urlOf(title: string, { publicUrl }: Context): string {
  return `${publicUrl}/alerting/notifications?search=${encodeURIComponent(
    title,
  )}`;
}

/** Whether what we wrote before a person came is what is wanted now. */
function wasWritten(read: ReadIntegration[], wanted?: DesiredObject): boolean {
  const integrations = (wanted?.content as ContactPointContent | undefined)
    ?.integrations;
  return (
    integrations?.length === read.length &&
    integrations.every(content =>
      read.some(({ mark }) => mark?.hash === hashContent(content)),
    )
  );
}

/** Whether it was made of the secrets that are configured. */
function isCurrent(
  { content, mark }: ReadIntegration,
  { channels, fingerprints }: Context,
): boolean {
  const { key, prints } = fingerprints.ofAll(
    content.uid,
    secretsOf(content.uid, channels),
  );
  return mark?.key === key && hashContent(mark.prints) === hashContent(prints);
}

function describeOurs(
  uid: string,
  integrations: GrafanaContactPoint[],
  wanted: DesiredObject | undefined,
  context: Context,
): ActualObject[] {
  const read = integrations
    .map(integration => readIntegration(integration, context.fingerprints))
    .sort((a, b) => (a.content.uid < b.content.uid ? -1 : 1));
  if (!wanted && read.some(({ mark }) => !mark)) {
    // Only looks like ours, or a person took it over.
    return [];
  }
  const owner = read.find(({ mark }) => mark)?.mark?.owner;
  const content = { integrations: read.map(entry => entry.content) };
  const title = integrations[0].name;
  const hash = hashContent(content);
  const touched = read.some(
    entry => entry.mark?.hash !== hashContent(entry.content),
  );
  const base = {
    kind: 'contact-point' as const,
    uid,
    title,
    url: urlOf(title, context),
    content,
  };
  // Without a mark its uid, a hash of ours, is the mark.
  const entityRef = owner ?? wanted!.entityRef;
  if (touched) {
    const applied = wasWritten(read, wanted)
      ? wanted!.hash
      : `${hash} before a person changed it`;
    return [{ ...base, owner: { entityRef, hash: applied }, hash }];
  }
  // Untouched and yet not what is wanted when it was made of other secrets.
  const isOld = wanted && read.some(entry => !isCurrent(entry, context));
  const state = isOld ? `${hash} of other secrets` : hash;
  return [{ ...base, owner: { entityRef, hash: state }, hash: state }];
}

/**
 * The contact points of ours, and those of others that have a name that is wanted.
 *
 * @param read - integrations, of all contact points or of some
 */
export function describeContactPoints(
  read: GrafanaContactPoint[],
  wanted: DesiredObject[],
  context: Context,
): ActualObject[] {
  const ours = new Map<string, GrafanaContactPoint[]>();
  for (const integration of read) {
    const uid = contactPointOf(integration.uid);
    if (uid) {
      ours.set(uid, [...(ours.get(uid) ?? []), integration]);
    }
  }
  const byUid = new Map(wanted.map(object => [object.uid, object]));
  return [
    ...[...ours].flatMap(([uid, integrations]) =>
      describeOurs(uid, integrations, byUid.get(uid), context),
    ),
    ...wanted
      .filter(({ uid }) => !ours.has(uid))
      .flatMap(object => {
        const taken = read.filter(({ name }) => name === object.title);
        const url = urlOf(object.title, context);
        return taken.length > 0
          ? [describeTakenContactPoint(object, taken, url)]
          : [];
      }),
  ];
}
