import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import pLimit from 'p-limit';
import { DashboardsApi, StoredDashboard } from '../api/DashboardsApi';
import { GrafanaSearchHit } from '../api/search';
import { chooseDashboardReads, KnownDashboard } from './chooseDashboardReads';
import { tagsOf } from './dashboardMarks';
import { describeDashboard, forgetSettled } from './describeDashboard';
import { UnreadableDashboards } from './UnreadableDashboards';

const PARALLEL_READS = 4;

/**
 * Dashboards of a Grafana that gives their content only one by one. Those that may have changed are
 * read, and some of the others in turn: a person's edit that keeps title and tags is found after a
 * few runs. One that cannot be read is listed with an obstacle and stops no other.
 */
export class SearchedDashboards {
  readonly #known = new Map<string, KnownDashboard>();
  #lists = 0;

  constructor(private readonly publicUrl: string) {}

  /** @param hits - all that carry our mark */
  async list(
    api: DashboardsApi,
    wanted: DesiredObject[],
    hits: GrafanaSearchHit[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    this.#lists += 1;
    const limit = pLimit(PARALLEL_READS);
    const unreadable = new UnreadableDashboards();
    const byUid = new Map(wanted.map(object => [object.uid, object]));
    const read = async (uid: string) => {
      this.#known.delete(uid);
      const stored = await api.find(uid, signal);
      if (stored) {
        this.remember(stored, byUid.get(uid));
      }
    };
    await Promise.all(
      chooseDashboardReads(wanted, hits, this.#known).map(uid =>
        limit(() => unreadable.read(uid, () => read(uid), signal)),
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

  /** It was just read, after a write for example. */
  remember(stored: StoredDashboard, wanted: DesiredObject | undefined): void {
    const actual = describeDashboard(stored, this.publicUrl);
    this.#known.set(stored.uid, {
      actual: forgetSettled(actual, wanted),
      tags: tagsOf(stored.dashboard),
      readIn: this.#lists,
    });
  }

  /** It was written or deleted: what is known of it no longer holds. */
  forget(uid: string): void {
    this.#known.delete(uid);
  }
}
