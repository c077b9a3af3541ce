import { ConflictError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDashboard } from '../api/DashboardsApi';
import { GrafanaApiDetector } from '../api/GrafanaApis';
import { GrafanaHttp } from '../api/GrafanaHttp';
import { search } from '../api/search';
import { entityTag, markDashboard, OWNER_TAG } from './dashboardMarks';
import { describeDashboard, findMisplaced } from './describeDashboard';
import { EditorNames } from './EditorNames';
import { isPaged, PagedDashboards } from './PagedDashboards';
import { SearchedDashboards } from './SearchedDashboards';

/** Dashboards in one Grafana. */
export class GrafanaDashboards {
  readonly #paged: PagedDashboards;
  readonly #searched: SearchedDashboards;
  readonly #editors: EditorNames;

  /** @param options - `folderUid`: where they lie that ask for no other folder */
  constructor(
    private readonly http: GrafanaHttp,
    private readonly apis: GrafanaApiDetector,
    private readonly options: { publicUrl: string; folderUid: string },
  ) {
    this.#paged = new PagedDashboards(options.publicUrl);
    this.#searched = new SearchedDashboards(options.publicUrl);
    this.#editors = new EditorNames(http);
  }

  /** @param options - `entityRef`: only what is this entity's or stands under a wanted uid */
  async list(
    wanted: DesiredObject[],
    options: { entityRef?: string; signal?: AbortSignal } = {},
  ): Promise<ActualObject[]> {
    const { entityRef, signal } = options;
    const listed =
      entityRef === undefined
        ? await this.#listAll(wanted, signal)
        : await this.#listOf(entityRef, wanted, signal);
    const byUid = new Map(wanted.map(object => [object.uid, object]));
    return this.#editors.addTo(
      listed.map(actual => {
        const object = byUid.get(actual.uid);
        return object ? findMisplaced(actual, this.#folderOf(object)) : actual;
      }),
      signal,
    );
  }

  /** Where a person moved it to out of our folders, it stays. */
  async write(
    object: DesiredObject,
    actual: ActualObject | undefined,
    signal?: AbortSignal,
  ): Promise<{ url?: string }> {
    const { dashboards } = await this.apis.detect(signal);
    this.#searched.forget(object.uid);
    const stays = actual?.folder && !actual.misplaced;
    const now = await dashboards.save(
      {
        dashboard: {
          ...markDashboard(object.content, object),
          uid: object.uid,
        },
        folderUid: stays ? actual.folder! : this.#folderOf(object),
        message: `Sightline: ${actual ? 'update' : 'create'} ${object.hash}`,
      },
      actual?.version,
      signal,
    );
    const written = now && this.#describe(now);
    if (written?.hash !== object.hash) {
      throw new ConflictError(
        `The dashboard '${object.title}' does not stand in Grafana as it was saved; somebody may have been faster`,
      );
    }
    const memory = isPaged(dashboards) ? this.#paged : this.#searched;
    memory.remember(now!, object);
    return { url: written.url };
  }

  /** @throws `ConflictError` when it is not as it was when its deletion was decided */
  async remove(
    { uid, title, hash }: ActualObject,
    signal?: AbortSignal,
  ): Promise<void> {
    const { dashboards } = await this.apis.detect(signal);
    // Also when it stays: else the next list, too, would know it as it was.
    this.#searched.forget(uid);
    const stored = await dashboards.find(uid, signal);
    const now = stored && this.#describe(stored);
    if (now && (now.hash !== hash || !now.owner || now.obstacle)) {
      throw new ConflictError(
        `The dashboard '${title}' was changed by someone else in the meantime`,
      );
    }
    if (now) {
      await dashboards.remove(uid, now.version, signal);
    }
  }

  async #listAll(
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const { dashboards } = await this.apis.detect(signal);
    if (isPaged(dashboards)) {
      return this.#paged.list(dashboards, wanted, signal);
    }
    const hits = await search(
      this.http,
      { type: 'dash-db', tags: [OWNER_TAG] },
      signal,
    );
    return this.#searched.list(dashboards, wanted, hits, signal);
  }

  /** One search of few hits, and a read of each. */
  async #listOf(
    entityRef: string,
    wanted: DesiredObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const { dashboards } = await this.apis.detect(signal);
    const hits = await search(
      this.http,
      { type: 'dash-db', tags: [OWNER_TAG, entityTag(entityRef)] },
      signal,
    );
    const uids = new Set([...wanted, ...hits].map(({ uid }) => uid));
    const read = await Promise.all(
      [...uids].map(uid => dashboards.find(uid, signal)),
    );
    return read.flatMap(stored => (stored ? [this.#describe(stored)] : []));
  }

  #describe(stored: StoredDashboard): ActualObject {
    return describeDashboard(stored, this.options.publicUrl);
  }

  #folderOf(object: DesiredObject): string {
    return object.folder ?? this.options.folderUid;
  }
}
