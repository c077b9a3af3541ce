import { toError } from '@backstage/errors';
import pLimit from 'p-limit';
import { LinkableDashboards } from '../../config';
import {
  GrafanaAnnotation,
  GrafanaAnnotationQuery,
  GrafanaCallOptions,
  GrafanaDashboard,
  GrafanaDashboardLink,
  GrafanaDashboardSource,
  GrafanaSearch,
  QueueRefusalError,
} from '../../sources';
import { SharedResults } from '../sharing';
import { embedLibraryPanels } from './embedLibraryPanels';

/** What came of reading: a failure is a result too, so that it is shared as well. */
export type Read<T> = { value: T } | { failure: Error };

/** Of all who wait; `signal`: aborted when the last of them has left. */
type SharedReadOptions = GrafanaCallOptions & { signal: AbortSignal };

/** In milliseconds: a person's edit shows at the next look. */
const TIME_TO_LIVE = 10_000;

/** Dashboards that are looked through for one folder or tag. */
const MAX_FOUND = 500;

/** Library panels of a dashboard that are read at once: fewer than a caller may read. */
const PARALLEL_PANELS = 4;

/** Dashboards and lists kept per Grafana. */
const MAX_KEPT = 500;

/**
 * Reads one Grafana once for all who ask at the same time or shortly after. When Grafana does not
 * answer, they are all told so, and Grafana is left in peace for a moment.
 */
export class GrafanaReader {
  readonly id: string;
  readonly #source: GrafanaDashboardSource;
  readonly #linkable: LinkableDashboards | undefined;
  readonly #dashboards: SharedResults<Read<GrafanaDashboard | undefined>>;
  readonly #lists: SharedResults<Read<GrafanaDashboardLink[]>>;
  readonly #annotations: SharedResults<Read<GrafanaAnnotation[]>>;

  static create(options: {
    source: GrafanaDashboardSource;
    /** What entities may link to; absent means nothing. */
    linkable?: LinkableDashboards;
    now: () => number;
  }): GrafanaReader {
    return new GrafanaReader(options);
  }

  private constructor(options: {
    source: GrafanaDashboardSource;
    /** What entities may link to; absent means nothing. */
    linkable?: LinkableDashboards;
    now: () => number;
  }) {
    const share = <T>() =>
      SharedResults.create<Read<T>>({
        timeToLive: TIME_TO_LIVE,
        maxSize: MAX_KEPT,
        sizeOf: () => 1,
        keep: saysOfGrafana,
        now: options.now,
      });
    this.id = options.source.id;
    this.#source = options.source;
    this.#linkable = options.linkable;
    this.#dashboards = share();
    this.#lists = share();
    this.#annotations = share();
  }

  read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Read<GrafanaDashboard | undefined>> {
    return this.#dashboards.get(
      uid,
      signal => attempt(signal, this.#readWhole(uid, { ...options, signal })),
      options,
    );
  }

  listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<Read<GrafanaDashboardLink[]>> {
    return this.#lists.get(
      tag,
      signal =>
        attempt(signal, this.#source.listByTag(tag, { ...options, signal })),
      options,
    );
  }

  /**
   * Dashboards that the operator lets people look at from any entity, by title.
   *
   * @param text - part of the title
   */
  listAllowed(
    text: string,
    options?: GrafanaCallOptions,
  ): Promise<Read<GrafanaDashboardLink[]>> {
    // No tag has a line break.
    return this.#lists.get(
      `\n${text}`,
      signal =>
        attempt(signal, this.#searchAllowed(text, { ...options, signal })),
      options,
    );
  }

  /** What people and alerts left in Grafana. */
  annotations(
    query: GrafanaAnnotationQuery,
    options?: GrafanaCallOptions,
  ): Promise<Read<GrafanaAnnotation[]>> {
    return this.#annotations.get(
      JSON.stringify(query),
      signal =>
        attempt(
          signal,
          this.#source.annotations(query, { ...options, signal }),
        ),
      options,
    );
  }

  /** Whether there can be dashboards that the operator lets people look at. */
  allowsSome(): boolean {
    return this.#linkable !== undefined;
  }

  /** Whether the operator lets entities link to a dashboard, and people look at it. */
  mayBeLinked({ folderUid, tags }: GrafanaDashboardLink): boolean {
    return (
      this.#linkable !== undefined &&
      (this.#linkable.folders.includes(folderUid) ||
        tags.some(tag => this.#linkable?.tags.includes(tag)))
    );
  }

  urlOf(uid: string): string {
    return this.#source.urlOf(uid);
  }

  async #readWhole(
    uid: string,
    options: SharedReadOptions,
  ): Promise<GrafanaDashboard | undefined> {
    const found = await this.#source.read(uid, options);
    const limit = pLimit(PARALLEL_PANELS);
    return (
      found && {
        ...found,
        model: await embedLibraryPanels(found.model, panel =>
          limit(async () => {
            const read = await attempt(
              options.signal,
              this.#source.readLibraryPanel(panel, options),
            );
            // Without its body the panel says itself that it is not there.
            return 'value' in read ? read.value : undefined;
          }),
        ),
      }
    );
  }

  /** Grafana wants all tags that it is asked for, and we any of them. */
  async #searchAllowed(
    text: string,
    options: SharedReadOptions,
  ): Promise<GrafanaDashboardLink[]> {
    const { folders = [], tags = [] } = this.#linkable ?? {};
    const search = (query: Partial<GrafanaSearch>) =>
      this.#source.search({ text, ...query, limit: MAX_FOUND }, options);
    const found = await Promise.all([
      ...(folders.length > 0 ? [search({ folderUids: folders })] : []),
      ...tags.map(tag => search({ tag })),
    ]);
    const byUid = new Map(found.flat().map(link => [link.uid, link]));
    return [...byUid.values()]
      .filter(link => this.mayBeLinked(link))
      .sort((a, b) => a.title.localeCompare(b.title, 'en'));
  }
}

async function attempt<T>(
  signal: AbortSignal,
  reading: Promise<T>,
): Promise<Read<T>> {
  try {
    return { value: await reading };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: toError(error) };
  }
}

/** Where one caller has no place, all others may have one. */
function saysOfGrafana<T>(read: Read<T>): boolean {
  return 'value' in read || !(read.failure instanceof QueueRefusalError);
}
