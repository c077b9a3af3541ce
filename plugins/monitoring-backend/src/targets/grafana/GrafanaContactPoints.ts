import { isError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig } from '../../config';
import { ContactPointsApi, GrafanaContactPoint } from './api/ContactPointsApi';
import { RuleGroupsApi } from './api/RuleGroupsApi';
import { assertUnchanged } from './assertUnchanged';
import { assertWritten } from './assertWritten';
import {
  ContactPointContent,
  IntegrationContent,
  secretsOf,
} from './contactPointContent';
import { describeContactPoints } from './describeContactPoints';
import { Fingerprints } from './Fingerprints';
import { writeIntegration } from './readIntegration';
import { retryBriefly, Wait } from './retryBriefly';

function nameOf({ title }: { title: string }): string {
  return `The contact point '${title}'`;
}

/** Contact points in one Grafana; what does not carry a uid of ours is never touched. */
export class GrafanaContactPoints {
  constructor(
    private readonly api: ContactPointsApi,
    private readonly rules: RuleGroupsApi,
    private readonly options: {
      channels: ChannelConfig[];
      fingerprints: Fingerprints;
      publicUrl: string;
      wait: Wait;
    },
  ) {}

  /** Everything of ours, with one read; the rules are asked only when something is not wanted. */
  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const found = this.#describe(await this.#readAll(wanted, signal), wanted);
    const uids = new Set(wanted.map(({ uid }) => uid));
    if (found.every(({ uid }) => uids.has(uid))) {
      return found;
    }
    const used = await this.#usedByRules(signal);
    return found.map(actual =>
      !uids.has(actual.uid) && used.has(actual.title)
        ? {
            ...actual,
            obstacle: 'Alert rules still tell it; it is deleted once none does',
          }
        : actual,
    );
  }

  /** An identity that may not read contact points is enough where no channel is configured. */
  async #readAll(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<GrafanaContactPoint[]> {
    try {
      return await this.api.list(signal);
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
    const what = nameOf(object);
    const names = this.#namesOf(object, actual);
    const before = await this.#read(names, signal);
    assertUnchanged(what, this.#pick(before, object, [object]), actual);
    const { integrations } = object.content as ContactPointContent;
    let there: GrafanaContactPoint[] | undefined = before;
    const attempt = (action: (uids: string[]) => Promise<void>) =>
      retryBriefly(
        async () => {
          // An earlier try may have been taken although it was answered with an error.
          const known = there ?? (await this.#read(names, signal));
          there = undefined;
          await action(known.map(({ uid }) => uid));
          there = known;
        },
        this.options.wait,
        signal,
      );
    for (const content of integrations) {
      await attempt(uids =>
        this.#writeIntegration(content, object.entityRef, {
          isThere: uids.includes(content.uid),
          signal,
        }),
      );
    }
    for (const { uid } of this.#integrationsOf(actual)) {
      if (!integrations.some(content => content.uid === uid)) {
        await attempt(() => this.api.remove(uid, signal));
      }
    }
    const after = await this.#read([object.title], signal);
    const now = this.#pick(after, object, [object]);
    assertWritten(what, now, object);
    return { url: now?.url };
  }

  /** Grafana itself keeps the last integration of one that a rule has begun to tell. */
  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    const there = await this.#read(this.#namesOf(actual, actual), signal);
    assertUnchanged(nameOf(actual), this.#pick(there, actual, []), actual);
    for (const { uid } of this.#integrationsOf(actual)) {
      await this.api.remove(uid, signal);
    }
  }

  /** A person may have renamed it or a part of it. */
  #namesOf(object: { title: string }, actual?: ActualObject): string[] {
    const names = this.#integrationsOf(actual).map(({ name }) => name);
    return [...new Set([object.title, ...names])];
  }

  /** What stands under these names. */
  async #read(
    names: string[],
    signal?: AbortSignal,
  ): Promise<GrafanaContactPoint[]> {
    const read: GrafanaContactPoint[] = [];
    for (const name of names) {
      read.push(...(await this.api.find(name, signal)));
    }
    return read;
  }

  #pick(
    read: GrafanaContactPoint[],
    { uid }: { uid: string },
    wanted: DesiredObject[],
  ): ActualObject | undefined {
    return this.#describe(read, wanted).find(actual => actual.uid === uid);
  }

  #describe(
    read: GrafanaContactPoint[],
    wanted: DesiredObject[],
  ): ActualObject[] {
    return describeContactPoints(read, wanted, this.options);
  }

  #integrationsOf(actual: ActualObject | undefined): IntegrationContent[] {
    return (
      (actual?.content as ContactPointContent | undefined)?.integrations ?? []
    );
  }

  async #writeIntegration(
    content: IntegrationContent,
    owner: string,
    { isThere, signal }: { isThere: boolean; signal?: AbortSignal },
  ): Promise<void> {
    const { channels, fingerprints } = this.options;
    const secrets = secretsOf(content.uid, channels);
    const body = writeIntegration(content, owner, secrets, fingerprints);
    const options = { secrets: Object.values(secrets), signal };
    if (isThere) {
      await this.api.update(body, options);
    } else {
      await this.api.create(body, options);
    }
  }

  async #usedByRules(signal?: AbortSignal): Promise<Set<unknown>> {
    const rules = await this.rules.list(signal);
    return new Set(rules.map(rule => rule.notification_settings?.receiver));
  }
}
