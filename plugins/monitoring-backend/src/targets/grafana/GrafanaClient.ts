import { GrafanaConfig } from '../../config';
import {
  authHeaders,
  UpstreamAnswer,
  UpstreamClient,
  UpstreamRequest,
} from '../../sources/http';
import { readGrafanaAnswer } from './readGrafanaAnswer';
import {
  GrafanaAlertRule,
  GrafanaContactPoint,
  GrafanaDashboardAnswer,
  GrafanaDatasource,
  GrafanaSearchHit,
} from './types';

const LIMITS = {
  timeout: 30_000,
  maxResponseBytes: 32 * 1024 * 1024,
  // Folder permissions and rule groups are documents that parallel writes fight over.
  maxConcurrent: 4,
};
const PAGE = 1_000;
const CONTACT_POINTS = '/api/v1/provisioning/contact-points';

/** Grafana's HTTP API: one method for each operation that writing needs. */
export class GrafanaClient {
  readonly #name: string;
  readonly #http: UpstreamClient;

  static fromConfig(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch } = {},
  ): GrafanaClient {
    return new GrafanaClient(config, options);
  }

  private constructor(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.#name = `Grafana '${config.id}'`;
    this.#http = UpstreamClient.create({
      ...LIMITS,
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth),
      fetch: options.fetch,
    });
  }

  /** Every dashboard with a tag, on all pages. */
  async searchDashboards(
    tag: string,
    signal?: AbortSignal,
  ): Promise<GrafanaSearchHit[]> {
    const hits: GrafanaSearchHit[] = [];
    for (let page = 1; ; page += 1) {
      const query = new URLSearchParams({
        type: 'dash-db',
        tag,
        limit: String(PAGE),
        page: String(page),
      });
      const found = (await this.#json({
        path: '/api/search',
        query,
        signal,
      })) as GrafanaSearchHit[];
      hits.push(...found);
      if (found.length < PAGE) {
        return hits;
      }
    }
  }

  /** One dashboard, or `undefined` when there is none with that uid. */
  async getDashboard(
    uid: string,
    signal?: AbortSignal,
  ): Promise<GrafanaDashboardAnswer | undefined> {
    return (await this.#jsonOrNothing({
      path: `/api/dashboards/uid/${encodeURIComponent(uid)}`,
      signal,
    })) as GrafanaDashboardAnswer | undefined;
  }

  /** @throws `ConflictError` when somebody else changed it in the meantime */
  async saveDashboard(
    body: {
      dashboard: Record<string, unknown>;
      folderUid: string;
      message: string;
    },
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#json({
      path: '/api/dashboards/db',
      json: { ...body, overwrite: false },
      signal,
    });
  }

  /** A dashboard that is gone already is no error. */
  async deleteDashboard(uid: string, signal?: AbortSignal): Promise<void> {
    await this.#jsonOrNothing({
      method: 'DELETE',
      path: `/api/dashboards/uid/${encodeURIComponent(uid)}`,
      signal,
    });
  }

  /** One folder, or `undefined` when there is none with that uid. */
  async getFolder(
    uid: string,
    signal?: AbortSignal,
  ): Promise<{ uid: string; title: string; url: string } | undefined> {
    const request = {
      path: `/api/folders/${encodeURIComponent(uid)}`,
      signal,
    };
    const answer = await this.#http.request(request);
    // To an Editor a folder that is not there is forbidden (recording `folders`).
    return answer.status === 403 || answer.status === 404
      ? undefined
      : (this.#read(answer) as { uid: string; title: string; url: string });
  }

  async createFolder(
    folder: { uid: string; title: string },
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#json({ path: '/api/folders', json: folder, signal });
  }

  /** All alert rules of the organisation that the identity may read. */
  async listAlertRules(signal?: AbortSignal): Promise<GrafanaAlertRule[]> {
    return (await this.#json({
      path: '/api/v1/provisioning/alert-rules',
      signal,
    })) as GrafanaAlertRule[];
  }

  /** The rules of one group; `undefined` when there is no such. */
  async getRuleGroup(
    folderUid: string,
    group: string,
    signal?: AbortSignal,
  ): Promise<GrafanaAlertRule[] | undefined> {
    const found = (await this.#jsonOrNothing({
      path: this.#groupPath(folderUid, group),
      signal,
    })) as { rules: GrafanaAlertRule[] } | undefined;
    return found?.rules;
  }

  async listDatasources(signal?: AbortSignal): Promise<GrafanaDatasource[]> {
    return (await this.#json({
      path: '/api/datasources',
      signal,
    })) as GrafanaDatasource[];
  }

  async putRuleGroup(
    folderUid: string,
    group: string,
    body: { interval: number; rules: Record<string, unknown>[] },
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#json({
      method: 'PUT',
      path: this.#groupPath(folderUid, group),
      json: { title: group, folderUid, ...body },
      signal,
    });
  }

  /** A group that is gone already is no error. */
  async deleteRuleGroup(
    folderUid: string,
    group: string,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#jsonOrNothing({
      method: 'DELETE',
      path: this.#groupPath(folderUid, group),
      signal,
    });
  }

  /** All integrations of all contact points; what Grafana holds secret is hidden. */
  async listContactPoints(
    signal?: AbortSignal,
  ): Promise<GrafanaContactPoint[]> {
    return (await this.#json({
      path: CONTACT_POINTS,
      signal,
    })) as GrafanaContactPoint[];
  }

  /** The integrations of the contact point of this name; none when there is no such. */
  async findContactPoints(
    name: string,
    signal?: AbortSignal,
  ): Promise<GrafanaContactPoint[]> {
    return (await this.#json({
      path: CONTACT_POINTS,
      query: new URLSearchParams({ name }),
      signal,
    })) as GrafanaContactPoint[];
  }

  /** One more integration, of a new contact point or of the one that has its name. */
  async createContactPoint(
    integration: GrafanaContactPoint,
    options: { secrets: string[]; signal?: AbortSignal },
  ): Promise<void> {
    const answer = await this.#http.request({
      path: CONTACT_POINTS,
      json: integration,
      signal: options.signal,
    });
    this.#read(answer, options.secrets);
  }

  async updateContactPoint(
    integration: GrafanaContactPoint,
    options: { secrets: string[]; signal?: AbortSignal },
  ): Promise<void> {
    const answer = await this.#http.request({
      method: 'PUT',
      path: `${CONTACT_POINTS}/${encodeURIComponent(integration.uid)}`,
      json: integration,
      signal: options.signal,
    });
    this.#read(answer, options.secrets);
  }

  /**
   * An integration that is gone already is no error.
   *
   * @throws `ConflictError` when it is the last of a contact point that is used
   */
  async deleteContactPoint(uid: string, signal?: AbortSignal): Promise<void> {
    await this.#jsonOrNothing({
      method: 'DELETE',
      path: `${CONTACT_POINTS}/${encodeURIComponent(uid)}`,
      signal,
    });
  }

  #groupPath(folderUid: string, group: string): string {
    return `/api/v1/provisioning/folder/${encodeURIComponent(
      folderUid,
    )}/rule-groups/${encodeURIComponent(group)}`;
  }

  async #json(request: UpstreamRequest): Promise<unknown> {
    return this.#read(await this.#http.request(request));
  }

  async #jsonOrNothing(request: UpstreamRequest): Promise<unknown> {
    const answer = await this.#http.request(request);
    return answer.status === 404 ? undefined : this.#read(answer);
  }

  #read(answer: UpstreamAnswer, secrets?: string[]): unknown {
    return readGrafanaAnswer(this.#name, answer, secrets);
  }
}
