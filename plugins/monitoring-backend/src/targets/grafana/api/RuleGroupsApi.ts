import { GrafanaHttp } from './GrafanaHttp';

/** A rule as `GET /api/v1/provisioning/alert-rules` lists it. */
export interface GrafanaAlertRule {
  uid: string;
  folderUID: string;
  ruleGroup: string;
  title: string;
  condition: string;
  data: Record<string, any>[];
  noDataState: string;
  execErrState: string;
  for: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  isPaused: boolean;
  notification_settings?: Record<string, unknown> | null;
  /** `api`, `file` or `converted_prometheus`; absent or empty for a person's. */
  provenance?: string;
  /** Of its last change. ISO 8601. */
  updated?: string;
}

const RULES = '/api/v1/provisioning/alert-rules';

/** Alert rules and their groups, by the provisioning API. */
export class RuleGroupsApi {
  constructor(private readonly http: GrafanaHttp) {}

  /** All alert rules of the organisation that the identity may read. */
  async list(signal?: AbortSignal): Promise<GrafanaAlertRule[]> {
    return this.http.json({ path: RULES, signal });
  }

  /** One rule; `undefined` when there is no such. */
  async findRule(
    uid: string,
    signal?: AbortSignal,
  ): Promise<GrafanaAlertRule | undefined> {
    return this.http.jsonOrNothing({
      path: `${RULES}/${encodeURIComponent(uid)}`,
      signal,
    });
  }

  /** The rules of one group; `undefined` when there is no such. */
  async find(
    folderUid: string,
    group: string,
    signal?: AbortSignal,
  ): Promise<GrafanaAlertRule[] | undefined> {
    const path = this.#path(folderUid, group);
    const answer = await this.http.answer({ path, signal });
    // In a folder that is not there it is forbidden to an Editor (recording `rule-groups`).
    return answer.status === 403 || answer.status === 404
      ? undefined
      : this.http.read<{ rules: GrafanaAlertRule[] }>(answer).rules;
  }

  /** Replaces the group: rules that are not in the body are deleted. */
  async put(
    folderUid: string,
    group: string,
    body: { interval: number; rules: Record<string, unknown>[] },
    signal?: AbortSignal,
  ): Promise<void> {
    await this.http.json({
      method: 'PUT',
      path: this.#path(folderUid, group),
      json: { title: group, folderUid, ...body },
      signal,
    });
  }

  /** A group that is gone already is no error. */
  async remove(
    folderUid: string,
    group: string,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.http.jsonOrNothing({
      method: 'DELETE',
      path: this.#path(folderUid, group),
      signal,
    });
  }

  #path(folderUid: string, group: string): string {
    return `/api/v1/provisioning/folder/${encodeURIComponent(
      folderUid,
    )}/rule-groups/${encodeURIComponent(group)}`;
  }
}
