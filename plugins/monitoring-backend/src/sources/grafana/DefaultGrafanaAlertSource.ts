import { GrafanaConfig, grafanaFolderUid } from '../../config';
import { JsonServer, UpstreamObserver } from '../http';
import { GrafanaAlert, GrafanaAlertSource } from './GrafanaAlertSource';
import { GrafanaCallOptions } from './GrafanaDashboardSource';
import { parseGrafanaAlerts } from './parseGrafanaAlerts';

const LIMITS = { maxResponseBytes: 32 * 1024 * 1024, maxConcurrent: 4 };

/** Instances in other states, mostly normal ones, would be most of the answer. */
const STATES = ['firing', 'pending', 'recovering'];

interface WireGroup {
  folderUid?: string;
  rules?: { alerts?: unknown[] }[];
}

/** {@link GrafanaAlertSource} over the state API, in one call. */
export class DefaultGrafanaAlertSource implements GrafanaAlertSource {
  readonly id: string;
  readonly #folderUid: string;
  readonly #server: JsonServer;

  static fromConfig(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver } = {},
  ): DefaultGrafanaAlertSource {
    return new DefaultGrafanaAlertSource(config, options);
  }

  private constructor(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver },
  ) {
    this.id = config.id;
    this.#folderUid = grafanaFolderUid(config);
    this.#server = JsonServer.create(config, {
      ...LIMITS,
      ...options,
      kind: 'Grafana',
      upstream: `grafana-alerts:${config.id}`,
    });
  }

  async alerts(options?: GrafanaCallOptions): Promise<GrafanaAlert[]> {
    const { data } = ((await this.#server.get({
      path: '/api/prometheus/grafana/api/v1/rules',
      query: new URLSearchParams([
        ['folder_uid', this.#folderUid],
        ...STATES.map(state => ['state', state]),
      ]),
      ...options,
    })) ?? {}) as { data?: { groups?: unknown } };
    if (!Array.isArray(data?.groups)) {
      throw this.#server.unfit(
        'alert rules',
        'a Grafana with alerting switched on',
      );
    }
    return parseGrafanaAlerts(
      (data.groups as WireGroup[])
        // A folder that Grafana does not know is no filter there.
        .filter(({ folderUid }) => folderUid === this.#folderUid)
        .flatMap(({ rules }) => rules ?? [])
        .flatMap(({ alerts }) => alerts ?? []),
    );
  }
}
