import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { assertUnchanged } from './assertUnchanged';
import { assertWritten } from './assertWritten';
import { GrafanaMuteTiming, MuteTimingsApi } from './api/MuteTimingsApi';
import {
  hashMuteTiming,
  isOurMuteTiming,
  muteTimingContent,
  MuteTimingContent,
} from './muteTimings';
import { isTakeable, provenanceObstacle } from './provenance';
import { retryBriefly, Wait } from './retryBriefly';

function nameOf({ title }: { title: string }): string {
  return `The mute timing '${title}'`;
}

/**
 * Mute timings in one Grafana. A mute timing has no place for a mark but its name: one with our
 * prefix that came by the API, which people cannot edit in Grafana's screens, is ours. The hash of
 * what was written is not in it: it says that of what stands there, and the plan knows better.
 */
export class GrafanaMuteTimings {
  constructor(
    private readonly api: MuteTimingsApi,
    private readonly options: { owner: string; publicUrl: string; wait: Wait },
  ) {}

  /** All of ours, and what stands under a wanted name. */
  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const names = new Set(wanted.map(({ uid }) => uid));
    const found = await this.api.list(signal);
    return found
      .filter(({ name }) => names.has(name) || isOurMuteTiming(name))
      .map(timing => this.#describe(timing))
      .filter(({ uid, owner }) => owner !== undefined || names.has(uid));
  }

  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    const name = object.uid;
    assertUnchanged(nameOf(object), await this.#find(name, signal), actual);
    // Of `1 : 7` Grafana takes no blanks.
    const { time_intervals } = muteTimingContent(
      object.content as MuteTimingContent,
    );
    // One document with all that tells people: of writes at the same time some are refused.
    await retryBriefly(
      async () => {
        const now = await this.api.find(name, signal);
        if (now && hashMuteTiming({ ...now }) === object.hash) {
          return;
        }
        const timing = { name, time_intervals };
        await (now
          ? this.api.update({ ...timing, version: now.version }, signal)
          : this.api.create(timing, signal));
      },
      this.options.wait,
      signal,
    );
    const now = await this.#find(name, signal);
    assertWritten(nameOf(object), now, object);
    return { url: now?.url };
  }

  /** @throws `ConflictError` when something still uses it */
  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    const now = await this.api.find(actual.uid, signal);
    assertUnchanged(nameOf(actual), now && this.#describe(now), actual);
    if (now) {
      await this.api.remove(now, signal);
    }
  }

  async #find(
    name: string,
    signal?: AbortSignal,
  ): Promise<ActualObject | undefined> {
    const timing = await this.api.find(name, signal);
    return timing && this.#describe(timing);
  }

  #describe(timing: GrafanaMuteTiming): ActualObject {
    const { name, provenance } = timing;
    const content = muteTimingContent(timing);
    const hash = hashMuteTiming(content);
    const isOurs = isOurMuteTiming(name) && provenance === 'api';
    const obstacle = provenanceObstacle([provenance]);
    return {
      kind: 'mute-timing',
      uid: name,
      title: name,
      url: `${this.options.publicUrl}/alerting/routes?tab=mute_timings`,
      content,
      hash,
      ...(isOurs ? { owner: { entityRef: this.options.owner, hash } } : {}),
      ...(obstacle ? { obstacle } : {}),
      ...(!isOurs && isTakeable([provenance]) ? { adoptable: true } : {}),
    };
  }
}
