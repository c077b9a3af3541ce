import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaHttp } from '../api/GrafanaHttp';

/** Answer of `GET /api/dashboards/uid/:uid/versions`; up to 11.5 the bare list. */
type Versions = Version[] | { versions: Version[] };

interface Version {
  createdBy?: string;
  created?: string;
}

/** Names cost a read each, so of a Grafana in which everything was edited only some are named. */
const NAMED = 20;

/**
 * Says who edited dashboards last. Of all that Grafana tells, only the list of versions has a
 * person's name (recordings `dashboards`, `apis-dashboards`).
 */
export class EditorNames {
  readonly #known = new Map<string, { version: unknown; by?: string }>();

  constructor(private readonly http: GrafanaHttp) {}

  /** Those that were not edited come back as they are. */
  async addTo(
    listed: ActualObject[],
    signal?: AbortSignal,
  ): Promise<ActualObject[]> {
    const named: ActualObject[] = [];
    let reads = 0;
    for (const actual of listed) {
      const { uid, version, edited } = actual;
      if (!edited) {
        named.push(actual);
        continue;
      }
      const known = this.#known.get(uid);
      const isKnown = known?.version === version;
      if (!isKnown && reads < NAMED) {
        reads += 1;
        this.#known.set(uid, { version, by: await this.#find(uid, signal) });
      }
      const found = this.#known.get(uid);
      const by = found?.version === version ? found?.by : undefined;
      named.push({
        ...actual,
        edited: {
          ...(by ? { by } : {}),
          ...(edited.at ? { at: edited.at } : {}),
        },
      });
    }
    return named;
  }

  /** An identity that may not read versions is no reason to stop. */
  async #find(uid: string, signal?: AbortSignal): Promise<string | undefined> {
    const answer = await this.http.answer({
      path: `/api/dashboards/uid/${encodeURIComponent(uid)}/versions`,
      query: new URLSearchParams({ limit: '1' }),
      signal,
    });
    if (answer.status >= 300) {
      return undefined;
    }
    const found = this.http.read<Versions>(answer);
    const versions = Array.isArray(found) ? found : found.versions;
    return versions[0]?.createdBy || undefined;
  }
}
