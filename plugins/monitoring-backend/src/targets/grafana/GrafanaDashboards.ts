import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { ConflictError } from '@backstage/errors';
import pLimit from 'p-limit';
import { chooseDashboardReads } from './chooseDashboardReads';
import { dashboardContent, hashDashboard } from './dashboardContent';
import { markDashboard, OWNER_TAG, readDashboardOwner } from './dashboardMarks';
import { GrafanaClient } from './GrafanaClient';
import { GrafanaDashboardAnswer, KnownDashboard } from './types';
import { UnreadableDashboards } from './UnreadableDashboards';

const PARALLEL_READS = 4;

/** Where and in which version a dashboard stood when it was read. */
interface Place {
  version: number;
  folderUid: string;
}

/** Dashboards in one Grafana. */
export class GrafanaDashboards {
  readonly #known = new Map<string, KnownDashboard>();
  #lists = 0;

  constructor(
    private readonly client: GrafanaClient,
    private readonly publicUrl: string,
  ) {}

  /**
   * One search for all, and a read of each that may have changed. The search does not show content,
   * so some of the others are read too, in turn: a person's edit is found after a few runs. One that
   * cannot be read is listed with an obstacle and stops no other.
   */
  async list(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const hits = await this.client.searchDashboards(OWNER_TAG, signal);
    this.#lists += 1;
    const limit = pLimit(PARALLEL_READS);
    const unreadable = new UnreadableDashboards();
    await Promise.all(
      chooseDashboardReads(wanted, hits, this.#known).map(uid =>
        limit(() =>
          unreadable.read(
            uid,
            () => {
              this.#known.delete(uid);
              return this.#read(uid, signal);
            },
            signal,
          ),
        ),
      ),
    );
    const uids = new Set([...wanted, ...hits].map(({ uid }) => uid));
    for (const uid of this.#known.keys()) {
      if (!uids.has(uid)) {
        this.#known.delete(uid);
      }
    }
    return [
      ...[...this.#known.values()].map(({ actual }) => actual),
      ...unreadable.describe(wanted, hits, this.publicUrl),
    ];
  }

  /** Where a person moved it to, it stays. */
  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    folderUid: string,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    const place = actual?.version as Place | undefined;
    this.#known.delete(object.uid);
    await this.client.saveDashboard(
      {
        dashboard: {
          ...markDashboard(object.content, object),
          ...(place ? { version: place.version } : {}),
        },
        folderUid: place?.folderUid || folderUid,
        message: `Sightline: ${actual ? 'update' : 'create'} ${object.hash}`,
      },
      signal,
    );
    // The legacy save is not race-safe (recording `dashboards`): what counts is what stands there.
    const now = await this.#read(object.uid, signal);
    if (now?.hash !== object.hash) {
      throw new ConflictError(
        `The dashboard '${object.title}' does not stand in Grafana as it was saved; somebody may have been faster`,
      );
    }
    return { url: now.url };
  }

  /** @throws `ConflictError` when it is not as it was when its deletion was decided */
  async remove(actual: ActualObject, signal?: AbortSignal): Promise<void> {
    const now = await this.#read(actual.uid, signal);
    if (now && (now.hash !== actual.hash || !now.owner)) {
      throw new ConflictError(
        `The dashboard '${actual.title}' was changed by someone else in the meantime`,
      );
    }
    this.#known.delete(actual.uid);
    await this.client.deleteDashboard(actual.uid, signal);
  }

  async #read(
    uid: string,
    signal?: AbortSignal,
  ): Promise<ActualObject | undefined> {
    const answer = await this.client.getDashboard(uid, signal);
    if (!answer) {
      this.#known.delete(uid);
      return undefined;
    }
    const actual = this.#actual(answer);
    const { tags } = answer.dashboard;
    this.#known.set(uid, {
      // Untouched content is never compared: only its hash is kept, or thousands would fill memory.
      actual:
        actual.hash === actual.owner?.hash
          ? { ...actual, content: {} }
          : actual,
      tags: Array.isArray(tags) ? tags.map(String) : [],
      readIn: this.#lists,
    });
    return actual;
  }

  #actual({ meta, dashboard }: GrafanaDashboardAnswer): ActualObject {
    const content = dashboardContent(dashboard);
    return {
      kind: 'dashboard',
      uid: dashboard.uid,
      title: dashboard.title,
      url: `${this.publicUrl}/d/${dashboard.uid}`,
      owner: readDashboardOwner(dashboard),
      content,
      hash: hashDashboard(content),
      version: { version: meta.version, folderUid: meta.folderUid },
    };
  }
}
