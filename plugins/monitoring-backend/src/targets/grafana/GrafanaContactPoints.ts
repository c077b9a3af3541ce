import { ConflictError, isError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig } from '../../config';
import {
  channelOf,
  ContactPointContent,
  contactPointOf,
  IntegrationContent,
} from './contactPointContent';
import { Fingerprints } from './Fingerprints';
import { GrafanaClient } from './GrafanaClient';
import { toIntegration } from './integrations';
import {
  readIntegration,
  ReadIntegration,
  writeIntegration,
} from './readIntegration';
import { retryBriefly, Wait } from './retryBriefly';
import { GrafanaContactPoint } from './types';

/** Contact points in one Grafana; what does not carry a uid of ours is never touched. */
export class GrafanaContactPoints {
  constructor(
    private readonly client: GrafanaClient,
    private readonly options: {
      channels: ChannelConfig[];
      fingerprints: Fingerprints;
      publicUrl: string;
      wait: Wait;
    },
  ) {}

  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const all = await this.#readAll(wanted, signal);
    const ours = new Map<string, GrafanaContactPoint[]>();
    for (const integration of all) {
      const uid = contactPointOf(integration.uid);
      if (uid) {
        ours.set(uid, [...(ours.get(uid) ?? []), integration]);
      }
    }
    const byUid = new Map(wanted.map(object => [object.uid, object]));
    const found = [...ours].flatMap(([uid, integrations]) =>
      this.#actual(uid, integrations, byUid.get(uid)),
    );
    const used = found.some(({ uid }) => !byUid.has(uid))
      ? await this.#usedByRules(signal)
      : new Set();
    return [
      ...found.map(actual =>
        !byUid.has(actual.uid) && used.has(actual.title)
          ? {
              ...actual,
              obstacle:
                'Alert rules still tell it; it is deleted once none does',
            }
          : actual,
      ),
      ...wanted
        .filter(({ uid }) => !ours.has(uid))
        .flatMap(object => this.#takenByOthers(object, all)),
    ];
  }

  /** An identity that may not read contact points is enough where no channel is configured. */
  async #readAll(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<GrafanaContactPoint[]> {
    try {
      return await this.client.listContactPoints(signal);
    } catch (error) {
      const isNeeded = wanted.length + this.options.channels.length > 0;
      if (!isNeeded && isError(error) && error.name === 'NotAllowedError') {
        return [];
      }
      throw error;
    }
  }

  /** Contact points are one document and carry no version, so they are read before and after. */
  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    await this.#assertUnchanged(object, actual, signal);
    const { integrations } = object.content as ContactPointContent;
    const attempt = (action: () => Promise<void>) =>
      retryBriefly(action, this.options.wait, signal);
    for (const content of integrations) {
      await attempt(() =>
        this.#writeIntegration(content, object.entityRef, signal),
      );
    }
    for (const { uid } of this.#integrationsOf(actual)) {
      if (!integrations.some(content => content.uid === uid)) {
        await attempt(() => this.client.deleteContactPoint(uid, signal));
      }
    }
    const now = await this.#find(object, signal);
    if (now?.hash !== object.hash) {
      throw new ConflictError(
        `The contact point '${object.title}' does not stand in Grafana as it was written; somebody may have been faster`,
      );
    }
    return { url: now.url };
  }

  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    await this.#assertUnchanged(actual, actual, signal);
    for (const { uid } of this.#integrationsOf(actual)) {
      await this.client.deleteContactPoint(uid, signal);
    }
  }

  #integrationsOf(actual: ActualObject | undefined): IntegrationContent[] {
    return (
      (actual?.content as ContactPointContent | undefined)?.integrations ?? []
    );
  }

  async #writeIntegration(
    content: IntegrationContent,
    owner: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const { channels, fingerprints } = this.options;
    const secrets = this.#secretsOf(content.uid, channels);
    const body = writeIntegration(content, owner, secrets, fingerprints);
    const options = { secrets: Object.values(secrets), signal };
    // An earlier try may have been taken although it was answered with an error.
    const there = await this.client.listContactPoints(signal);
    if (there.some(({ uid }) => uid === content.uid)) {
      await this.client.updateContactPoint(body, options);
    } else {
      await this.client.createContactPoint(body, options);
    }
  }

  #secretsOf(uid: string, channels: ChannelConfig[]): Record<string, string> {
    const channel = channelOf(uid, channels);
    return channel ? toIntegration(channel).secrets : {};
  }

  #actual(
    uid: string,
    integrations: GrafanaContactPoint[],
    wanted: DesiredObject | undefined,
  ): ActualObject[] {
    const { fingerprints, publicUrl } = this.options;
    const read = integrations
      .map(integration => readIntegration(integration, fingerprints))
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
      url: `${publicUrl}/alerting/notifications?search=${encodeURIComponent(
        title,
      )}`,
      content,
    };
    // Without a mark its uid, a hash of ours, is the mark.
    const entityRef = owner ?? wanted!.entityRef;
    if (touched) {
      const applied = this.#wasWritten(read, wanted)
        ? wanted!.hash
        : `${hash} before a person changed it`;
      return [{ ...base, owner: { entityRef, hash: applied }, hash }];
    }
    // Untouched and yet not what is wanted when it was made of other secrets.
    const current = wanted && read.some(entry => !this.#isCurrent(entry));
    const state = current ? `${hash} of other secrets` : hash;
    return [{ ...base, owner: { entityRef, hash: state }, hash: state }];
  }

  /** Whether what we wrote before a person came is what is wanted now. */
  #wasWritten(read: ReadIntegration[], wanted?: DesiredObject): boolean {
    const integrations = (wanted?.content as ContactPointContent | undefined)
      ?.integrations;
    return (
      integrations?.length === read.length &&
      integrations.every(content =>
        read.some(({ mark }) => mark?.hash === hashContent(content)),
      )
    );
  }

  #isCurrent({ content, mark }: ReadIntegration): boolean {
    const { channels, fingerprints } = this.options;
    const { key, prints } = fingerprints.ofAll(
      content.uid,
      this.#secretsOf(content.uid, channels),
    );
    return (
      mark?.key === key && hashContent(mark.prints) === hashContent(prints)
    );
  }

  /** A post under a name that is there would add to somebody else's contact point. */
  #takenByOthers(
    object: DesiredObject,
    all: GrafanaContactPoint[],
  ): ActualObject[] {
    const taken = all.some(({ name }) => name === object.title);
    return taken
      ? [
          {
            kind: 'contact-point',
            uid: object.uid,
            title: object.title,
            content: {},
            hash: '',
          },
        ]
      : [];
  }

  async #usedByRules(signal?: AbortSignal): Promise<Set<unknown>> {
    const rules = await this.client.listAlertRules(signal);
    return new Set(rules.map(rule => rule.notification_settings?.receiver));
  }

  async #find(
    object: DesiredObject | ActualObject,
    signal?: AbortSignal,
  ): Promise<ActualObject | undefined> {
    const all = await this.list('key' in object ? [object] : [], signal);
    return all.find(({ uid }) => uid === object.uid);
  }

  async #assertUnchanged(
    object: DesiredObject | ActualObject,
    seen: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    const now = await this.#find(object, signal);
    if (now?.hash !== seen?.hash || now?.obstacle !== seen?.obstacle) {
      throw new ConflictError(
        `The contact point '${object.title}' was changed by someone else in the meantime`,
      );
    }
  }
}
