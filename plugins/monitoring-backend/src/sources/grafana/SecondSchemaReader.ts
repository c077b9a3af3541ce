import { JsonServer } from '../http';
import { GrafanaCallOptions } from './GrafanaDashboardSource';

/** The newest first; a Grafana serves what it knows. */
const SECOND = ['v2', 'v2beta1', 'v2alpha1'];
const FIRST = 'v1beta1';

interface Resource {
  spec?: { elements?: Record<string, unknown> };
  status?: { conversion?: { storedVersion?: unknown } };
}

/** Reads dashboards that one Grafana stores in the second schema. */
export class SecondSchemaReader {
  readonly #server: JsonServer;
  /** What this Grafana has served before comes first. */
  #versions = SECOND;

  static create(server: JsonServer): SecondSchemaReader {
    return new SecondSchemaReader(server);
  }

  private constructor(server: JsonServer) {
    this.#server = server;
  }

  /**
   * A dashboard with Grafana's resource around it; undefined where it is stored in the first schema,
   * or Grafana does not serve the second.
   *
   * @param uid - one that Grafana accepts
   * @throws `ServiceUnavailableError` when Grafana does not answer properly
   */
  async read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Record<string, unknown> | undefined> {
    for (const version of this.#versions) {
      const found = await this.#request(version, uid, options);
      if (found) {
        this.#versions = [version, ...SECOND.filter(one => one !== version)];
        const isStored =
          Object.keys(found.spec?.elements ?? {}).length > 0 &&
          (await this.#isStoredSo(found, uid, options));
        return isStored ? { ...found } : undefined;
      }
    }
    return undefined;
  }

  /**
   * What is read as it is stored is not converted, and has the status of before: none, or that of
   * the form that it had then. Read in a form in which it is not stored, it tells the truth.
   */
  async #isStoredSo(
    found: Resource,
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<boolean> {
    const stored = storedVersion(found);
    if (stored === undefined || SECOND.includes(stored)) {
      return true;
    }
    const first = await this.#request(FIRST, uid, options);
    return first !== undefined && SECOND.includes(storedVersion(first) ?? '');
  }

  async #request(
    version: string,
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Resource | undefined> {
    const answer = await this.#server.request({
      path: `/apis/dashboard.grafana.app/${version}/namespaces/default/dashboards/${encodeURIComponent(
        uid,
      )}`,
      ...options,
    });
    return answer.status === 200
      ? (this.#server.read(answer) as Resource | null) ?? {}
      : undefined;
  }
}

function storedVersion({ status }: Resource): string | undefined {
  const stored = status?.conversion?.storedVersion;
  return typeof stored === 'string' ? stored : undefined;
}
