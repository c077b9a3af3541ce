import { ConflictError } from '@backstage/errors';
import { GrafanaHttp } from './GrafanaHttp';

/** A mute timing as `GET /api/v1/provisioning/mute-timings` lists it. */
export interface GrafanaMuteTiming {
  name: string;
  /** In Alertmanager's form. */
  time_intervals: Record<string, unknown>[];
  version?: string;
  /** `api` or `file`; absent or empty for a person's. */
  provenance?: string;
}

const MUTE_TIMINGS = '/api/v1/provisioning/mute-timings';

function isUsed(body: string): boolean {
  return body.includes('alerting.notifications.time-intervals.used');
}

/** Mute timings, by the provisioning API. */
export class MuteTimingsApi {
  constructor(private readonly http: GrafanaHttp) {}

  async list(signal?: AbortSignal): Promise<GrafanaMuteTiming[]> {
    const found = await this.http.json<GrafanaMuteTiming[] | null>({
      path: MUTE_TIMINGS,
      signal,
    });
    return found ?? [];
  }

  /** One of them; `undefined` when there is no such. */
  async find(
    name: string,
    signal?: AbortSignal,
  ): Promise<GrafanaMuteTiming | undefined> {
    return this.http.jsonOrNothing({ path: this.#path(name), signal });
  }

  async create(timing: GrafanaMuteTiming, signal?: AbortSignal): Promise<void> {
    await this.http.json({ path: MUTE_TIMINGS, json: timing, signal });
  }

  /** @throws `ConflictError` when its version is not that of what stands there */
  async update(timing: GrafanaMuteTiming, signal?: AbortSignal): Promise<void> {
    await this.http.json({
      method: 'PUT',
      path: this.#path(timing.name),
      json: timing,
      signal,
    });
  }

  /**
   * One that is gone already is no error.
   *
   * @throws `ConflictError` when something still uses it, or it changed
   */
  async remove(
    { name, version }: GrafanaMuteTiming,
    signal?: AbortSignal,
  ): Promise<void> {
    const answer = await this.http.answer({
      method: 'DELETE',
      path: this.#path(name),
      query: new URLSearchParams(version ? { version } : {}),
      signal,
    });
    if (answer.status === 409 && isUsed(answer.body)) {
      throw new ConflictError(
        `The mute timing '${name}' is kept: alert rules or notification policies in Grafana still use it; take it out of them, and it is deleted with the next run`,
      );
    }
    if (answer.status !== 404) {
      this.http.read(answer);
    }
  }

  #path(name: string): string {
    return `${MUTE_TIMINGS}/${encodeURIComponent(name)}`;
  }
}
