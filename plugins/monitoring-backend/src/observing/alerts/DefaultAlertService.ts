import {
  ActiveAlert,
  AlertListQuery,
  AlertListResponse,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { AlertService, EntityListOptions, ListOptions } from '../types';
import { AlertPoller } from './AlertPoller';
import { compareAlertUrgency } from './compareAlertUrgency';

const DEFAULT_LIMIT = 100;

function matches(
  { state, severity }: ActiveAlert,
  spec: MonitoringSpec | undefined,
  query: AlertListQuery,
): boolean {
  const isOf = (wanted: string[] | undefined, actual: string | undefined) =>
    !wanted || (actual !== undefined && wanted.includes(actual));
  return (
    isOf(query.state, state) &&
    isOf(query.severity, severity) &&
    isOf(query.owner, spec?.owner) &&
    isOf(query.system, spec?.system)
  );
}

/** {@link AlertService} on the snapshot of a poller. Asks nobody for permission. */
export class DefaultAlertService implements AlertService {
  readonly #poller: AlertPoller;

  static create(options: { poller: AlertPoller }): DefaultAlertService {
    return new DefaultAlertService(options.poller);
  }

  private constructor(poller: AlertPoller) {
    this.#poller = poller;
  }

  async list(
    query: AlertListQuery,
    { within }: ListOptions,
  ): Promise<AlertListResponse> {
    const { alerts, specs } = this.#poller.snapshot;
    const matching = alerts.filter(
      alert =>
        (!within || within.has(alert.entityRef ?? '')) &&
        matches(alert, specs.get(alert.entityRef ?? ''), query),
    );
    return this.#page(matching, query.limit ?? DEFAULT_LIMIT);
  }

  async listForEntity(
    entityRef: string,
    { environment }: Pick<EntityListOptions, 'environment'> = {},
  ): Promise<AlertListResponse> {
    const alerts = this.#poller.snapshot.alerts.filter(
      alert =>
        alert.entityRef === entityRef &&
        (!environment || (alert.environment ?? environment) === environment),
    );
    return this.#page(alerts, alerts.length);
  }

  async entityRefs(): Promise<string[]> {
    return [
      ...new Set(
        this.#poller.snapshot.alerts.flatMap(
          ({ entityRef }) => entityRef ?? [],
        ),
      ),
    ];
  }

  #page(alerts: ActiveAlert[], limit: number): AlertListResponse {
    return {
      items: alerts.sort(compareAlertUrgency).slice(0, limit),
      totalItems: alerts.length,
      health: this.#poller.health(),
    };
  }
}
