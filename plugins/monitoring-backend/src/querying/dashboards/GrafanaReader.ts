import { toError } from '@backstage/errors';
import { LinkableDashboards } from '../../config';
import {
  GrafanaCallOptions,
  GrafanaDashboard,
  GrafanaDashboardLink,
  GrafanaDashboardSource,
} from '../../sources';
import { SharedResults } from '../sharing';

/** What came of reading: a failure is a result too, so that it is shared as well. */
export type Read<T> = { value: T } | { failure: Error };

/** In milliseconds: a person's edit shows at the next look. */
const TIME_TO_LIVE = 10_000;

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
    const shared = {
      timeToLive: TIME_TO_LIVE,
      maxSize: MAX_KEPT,
      sizeOf: () => 1,
      now: options.now,
    };
    this.id = options.source.id;
    this.#source = options.source;
    this.#linkable = options.linkable;
    this.#dashboards = SharedResults.create(shared);
    this.#lists = SharedResults.create(shared);
  }

  read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Read<GrafanaDashboard | undefined>> {
    return this.#dashboards.get(
      uid,
      signal => attempt(signal, this.#source.read(uid, { signal })),
      options,
    );
  }

  listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<Read<GrafanaDashboardLink[]>> {
    return this.#lists.get(
      tag,
      signal => attempt(signal, this.#source.listByTag(tag, { signal })),
      options,
    );
  }

  /** Whether the operator lets entities link to a dashboard. */
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
