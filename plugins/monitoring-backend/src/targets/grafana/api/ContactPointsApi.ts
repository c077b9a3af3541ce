import { GrafanaHttp } from './GrafanaHttp';

/** An integration as `GET /api/v1/provisioning/contact-points` lists it; several share a name. */
export interface GrafanaContactPoint {
  uid: string;
  name: string;
  type: string;
  settings: Record<string, unknown>;
  disableResolveMessage?: boolean;
  /** `api` or `file`; absent or empty for a person's. */
  provenance?: string;
}

const CONTACT_POINTS = '/api/v1/provisioning/contact-points';

/** Contact points, by the provisioning API. */
export class ContactPointsApi {
  constructor(private readonly http: GrafanaHttp) {}

  /** All integrations of all contact points; what Grafana holds secret is hidden. */
  async list(signal?: AbortSignal): Promise<GrafanaContactPoint[]> {
    return this.http.json({ path: CONTACT_POINTS, signal });
  }

  /** The integrations of the contact point of this name; none when there is no such. */
  async find(
    name: string,
    signal?: AbortSignal,
  ): Promise<GrafanaContactPoint[]> {
    return this.http.json({
      path: CONTACT_POINTS,
      query: new URLSearchParams({ name }),
      signal,
    });
  }

  /** One more integration, of a new contact point or of the one that has its name. */
  async create(
    integration: GrafanaContactPoint,
    options: { secrets: string[]; signal?: AbortSignal },
  ): Promise<void> {
    const { secrets, signal } = options;
    await this.http.json(
      { path: CONTACT_POINTS, json: integration, signal },
      secrets,
    );
  }

  async update(
    integration: GrafanaContactPoint,
    options: { secrets: string[]; signal?: AbortSignal },
  ): Promise<void> {
    const { secrets, signal } = options;
    await this.http.json(
      {
        method: 'PUT',
        path: `${CONTACT_POINTS}/${encodeURIComponent(integration.uid)}`,
        json: integration,
        signal,
      },
      secrets,
    );
  }

  /**
   * An integration that is gone already is no error.
   *
   * @throws `ConflictError` when it is the last of a contact point that is used
   */
  async remove(uid: string, signal?: AbortSignal): Promise<void> {
    await this.http.jsonOrNothing({
      method: 'DELETE',
      path: `${CONTACT_POINTS}/${encodeURIComponent(uid)}`,
      signal,
    });
  }
}
