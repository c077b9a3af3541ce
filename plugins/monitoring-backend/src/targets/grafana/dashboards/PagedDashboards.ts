import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import pLimit from 'p-limit';
import { DashboardsApi, StoredDashboard } from '../api/DashboardsApi';
import { OWNER_TAG, tagsOf } from './dashboardMarks';
import { describeDashboard, forgetSettled } from './describeDashboard';

type PagedApi = DashboardsApi &
  Required<Pick<DashboardsApi, 'readAll' | 'readVersions'>>;

/** More that changed are not read one by one: pages with content are cheaper then. */
const READ_ALONE = 100;
const PARALLEL_READS = 4;

/** Whether a Grafana gives pages of dashboards. */
export function isPaged(api: DashboardsApi): api is PagedApi {
  return api.readAll !== undefined && api.readVersions !== undefined;
}

function isRelevant(
  { uid, dashboard }: StoredDashboard,
  wanted: Map<string, DesiredObject>,
): boolean {
  return wanted.has(uid) || tagsOf(dashboard).includes(OWNER_TAG);
}

/** Whether what is known of a dashboard whose version is the same says all that is needed. */
function isEnough(known: ActualObject, wanted: DesiredObject | undefined) {
  const isForgotten = Object.keys(known.content).length === 0;
  return !isForgotten || !wanted || wanted.hash === known.hash;
}

/**
 * Dashboards of a Grafana that gives pages of them: every edit is found at once. The first list
 * reads their content, one page in memory at a time; the next ones read their versions, and content
 * only where the version is another one.
 */
export class PagedDashboards {
  /** Of every dashboard of the organisation. */
  #versions = new Map<string, unknown>();
  /** Those that are ours or stand under a wanted uid. */
  #known = new Map<string, ActualObject>();
  #isComplete = false;

  constructor(private readonly publicUrl: string) {}

  async list(
    api: PagedApi,
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const byUid = new Map(wanted.map(object => [object.uid, object]));
    const versions = await this.#readVersions(api, byUid, signal);
    await (versions
      ? this.#readChanged(api, byUid, versions, signal)
      : this.#readAll(api, byUid, signal));
    await this.#readMissing(api, byUid, signal);
    return [...this.#known.values()];
  }

  /** It was just written: the next list need not read it. */
  remember(stored: StoredDashboard, wanted: DesiredObject): void {
    this.#versions.set(stored.uid, stored.version);
    this.#take(stored, new Map([[wanted.uid, wanted]]), this.#known);
  }

  /** @returns `undefined` when nothing is known yet, or too much is another one */
  async #readVersions(
    api: PagedApi,
    wanted: Map<string, DesiredObject>,
    signal?: AbortSignal,
  ): Promise<Map<string, unknown> | undefined> {
    if (!this.#isComplete) {
      return undefined;
    }
    const versions = new Map<string, unknown>();
    let changed = 0;
    for await (const page of api.readVersions(signal)) {
      for (const { uid, version } of page) {
        versions.set(uid, version);
        changed += this.#isCurrent(uid, version, wanted.get(uid)) ? 0 : 1;
      }
      if (changed > READ_ALONE) {
        return undefined;
      }
    }
    return versions;
  }

  #isCurrent(
    uid: string,
    version: unknown,
    wanted: DesiredObject | undefined,
  ): boolean {
    const known = this.#known.get(uid);
    return (
      this.#versions.get(uid) === version &&
      (known ? isEnough(known, wanted) : wanted === undefined)
    );
  }

  async #readChanged(
    api: PagedApi,
    wanted: Map<string, DesiredObject>,
    versions: Map<string, unknown>,
    signal?: AbortSignal,
  ): Promise<void> {
    const known = new Map<string, ActualObject>();
    const limit = pLimit(PARALLEL_READS);
    const reads: Promise<void>[] = [];
    for (const [uid, version] of versions) {
      const last = this.#known.get(uid);
      if (!this.#isCurrent(uid, version, wanted.get(uid))) {
        reads.push(
          limit(async () => {
            const stored = await api.find(uid, signal);
            versions.set(uid, stored?.version);
            if (stored) {
              this.#take(stored, wanted, known);
            }
          }),
        );
      } else if (last) {
        known.set(uid, last);
      }
    }
    await Promise.all(reads);
    this.#versions = versions;
    this.#known = known;
  }

  /**
   * A list leaves out what lies in a folder that was made moments ago, for as long as Grafana keeps
   * the identity's permissions in memory; a read does not. Of many that are not there most are yet
   * to be created, and creating one that is there fails without harm.
   */
  async #readMissing(
    api: PagedApi,
    wanted: Map<string, DesiredObject>,
    signal?: AbortSignal,
  ): Promise<void> {
    const missing = [...wanted.keys()].filter(uid => !this.#known.has(uid));
    if (missing.length > READ_ALONE) {
      return;
    }
    const limit = pLimit(PARALLEL_READS);
    const read = await Promise.all(
      missing.map(uid => limit(() => api.find(uid, signal))),
    );
    for (const stored of read) {
      if (stored) {
        this.#take(stored, wanted, this.#known);
      }
    }
  }

  async #readAll(
    api: PagedApi,
    wanted: Map<string, DesiredObject>,
    signal?: AbortSignal,
  ): Promise<void> {
    const versions = new Map<string, unknown>();
    const known = new Map<string, ActualObject>();
    for await (const page of api.readAll(signal)) {
      for (const stored of page) {
        versions.set(stored.uid, stored.version);
        const sure =
          stored.isDoubtful && isRelevant(stored, wanted)
            ? await api.find(stored.uid, signal)
            : stored;
        if (sure) {
          this.#take(sure, wanted, known);
        }
      }
    }
    this.#versions = versions;
    this.#known = known;
    this.#isComplete = true;
  }

  #take(
    stored: StoredDashboard,
    wanted: Map<string, DesiredObject>,
    into: Map<string, ActualObject>,
  ): void {
    if (isRelevant(stored, wanted)) {
      const actual = describeDashboard(stored, this.publicUrl);
      into.set(stored.uid, forgetSettled(actual, wanted.get(stored.uid)));
    }
  }
}
