import { DashboardsApi } from './DashboardsApi';
import { FoldersApi } from './FoldersApi';
import { GrafanaHttp } from './GrafanaHttp';
import { KubernetesDashboards } from './KubernetesDashboards';
import { KubernetesFolders } from './KubernetesFolders';
import { LegacyDashboards } from './LegacyDashboards';
import { LegacyFolders } from './LegacyFolders';
import { isSecondSchema } from './secondSchema';

/** How long what a Grafana can do is believed. In milliseconds. */
const BELIEVED = 3_600_000;
const DASHBOARDS = 'dashboard.grafana.app';
const FOLDERS = 'folder.grafana.app';
/**
 * Dashboards in the one form that is kept as it was sent. Every other one rewrites panels, fills in
 * defaults and sorts (recording `apis-dashboards`), and an object that comes back otherwise than it
 * was sent would look as if a person had edited it. See decision 0017.
 */
const DASHBOARD_VERSIONS = ['v0alpha1'];
const FOLDER_VERSIONS = ['v1', 'v1beta1'];

/** Answer of `GET /apis`. */
interface ApiGroupList {
  groups: { name: string; versions: { version: string }[] }[];
}

/** The APIs of one Grafana that are used for what lies in folders. */
export interface GrafanaApis {
  dashboards: DashboardsApi;
  folders: FoldersApi;
}

function served({ groups }: ApiGroupList, group: string): string[] {
  const found = groups.find(({ name }) => name === group);
  return found?.versions.map(({ version }) => version) ?? [];
}

function choose(
  list: ApiGroupList,
  group: string,
  versions: string[],
): string | undefined {
  return versions.find(version => served(list, group).includes(version));
}

/** Finds out what a Grafana serves, and asks again after an hour: it may have been upgraded. */
export class GrafanaApiDetector {
  #known: { until: number; apis: Promise<GrafanaApis> } | undefined;

  constructor(
    private readonly http: GrafanaHttp,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** @throws when Grafana does not answer; it is asked again with the next call */
  async detect(signal?: AbortSignal): Promise<GrafanaApis> {
    const time = this.now().getTime();
    if (!this.#known || this.#known.until <= time) {
      const apis = this.#ask(signal);
      this.#known = { until: time + BELIEVED, apis };
      apis.catch(() => {
        this.#known = undefined;
      });
    }
    return this.#known.apis;
  }

  async #ask(signal?: AbortSignal): Promise<GrafanaApis> {
    const groups = await this.#readOrNothing<ApiGroupList>('/apis', signal);
    const org =
      groups && (await this.#readOrNothing<{ id: number }>('/api/org', signal));
    const base = (group: string, version: string | undefined) =>
      org && version
        ? `/apis/${group}/${version}/namespaces/${
            org.id === 1 ? 'default' : `org-${org.id}`
          }`
        : undefined;
    const dashboards =
      groups &&
      base(DASHBOARDS, choose(groups, DASHBOARDS, DASHBOARD_VERSIONS));
    const second =
      groups &&
      base(DASHBOARDS, served(groups, DASHBOARDS).find(isSecondSchema));
    const folders =
      groups && base(FOLDERS, choose(groups, FOLDERS, FOLDER_VERSIONS));
    return {
      dashboards: dashboards
        ? new KubernetesDashboards(this.http, dashboards)
        : new LegacyDashboards(this.http, second),
      folders: folders
        ? new KubernetesFolders(this.http, folders)
        : new LegacyFolders(this.http),
    };
  }

  /** What a Grafana does not serve or show is answered with one of these. */
  async #readOrNothing<T>(
    path: string,
    signal?: AbortSignal,
  ): Promise<T | undefined> {
    const answer = await this.http.answer({ path, signal });
    return [403, 404, 501].includes(answer.status)
      ? undefined
      : this.http.read<T>(answer);
  }
}
