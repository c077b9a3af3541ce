import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ActiveAlert,
  MonitoringSpec,
  SourceHealth,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../../config';
import {
  AlertmanagerClient,
  GrafanaAlertSource,
  PrometheusAlert,
  PrometheusClient,
} from '../../sources';
import { MonitoredEntitiesCache } from '../MonitoredEntitiesCache';
import { SourceHealthTracker } from '../SourceHealthTracker';
import { AlertOwners } from './AlertOwners';
import { alertSubjects } from './alertSubjects';
import { BurningSlos } from './BurningSlos';
import { collapseSloAlerts } from './collapseSloAlerts';
import { describeAlert } from './describeAlert';
import { EndedAlert, joinAlerts, Routed } from './joinAlerts';
import { ObservedAlert } from './ObservedAlert';
import { readableAlerts } from './readableAlerts';
import { replicaLabels } from './replicaLabels';

/** A source that has not been read for so many intervals is stale. */
const PATIENCE_INTERVALS = 4;

/** Alertmanager forgets an alert whose rule is gone within this time, in milliseconds. */
const AFTERLIFE = 15 * 60_000;

/** Which alerts there were when they were last looked at. */
export interface AlertSnapshot {
  alerts: ActiveAlert[];
  /** By canonical entity ref; for filters. */
  specs: ReadonlyMap<string, MonitoringSpec>;
  /** The severest burn-rate alert of each SLO that holds, silenced or not. */
  burning: BurningSlos;
}

export interface AlertPollerOptions {
  entities: MonitoredEntitiesCache;
  prometheus: PrometheusClient[];
  alertmanager: AlertmanagerClient[];
  /** Those that evaluate alert rules themselves. */
  grafana?: GrafanaAlertSource[];
  /** Of each Prometheus, the default one first: they limit what an entity may be told. */
  scopes: Pick<PrometheusConfig, 'id' | 'scope'>[];
  /** Of the configuration. */
  replicaLabels?: string[];
  /** In milliseconds. */
  interval: number;
  logger: LoggerService;
  now: () => Date;
}

/** Reads all alerts of all sources and holds the latest snapshot. */
export class AlertPoller {
  readonly #options: AlertPollerOptions;
  readonly #health: Map<string, SourceHealthTracker>;
  /** The last answer of each source, by its name; kept while it does not answer. */
  readonly #evaluated = new Map<string, PrometheusAlert[]>();
  readonly #routed = new Map<string, Routed>();
  /** Alerts that a Prometheus or Grafana has evaluated, by id. */
  readonly #seen = new Map<string, EndedAlert & { firstAt: number }>();
  #snapshot: AlertSnapshot = {
    alerts: [],
    specs: new Map(),
    burning: BurningSlos.create([]),
  };

  static create(options: AlertPollerOptions): AlertPoller {
    return new AlertPoller(options);
  }

  private constructor(options: AlertPollerOptions) {
    this.#options = options;
    this.#health = new Map([
      ...options.prometheus.map(
        ({ id }) =>
          [
            `prometheus:${id}`,
            SourceHealthTracker.create('Prometheus', id),
          ] as const,
      ),
      ...options.alertmanager.map(
        ({ id }) =>
          [
            `alertmanager:${id}`,
            SourceHealthTracker.create('Alertmanager', id),
          ] as const,
      ),
      ...(options.grafana ?? []).map(
        ({ id }) =>
          [`grafana:${id}`, SourceHealthTracker.create('Grafana', id)] as const,
      ),
    ]);
  }

  get snapshot(): AlertSnapshot {
    return this.#snapshot;
  }

  health(): SourceHealth[] {
    return [...this.#health.values()].map(tracker =>
      tracker.health(
        this.#options.now(),
        PATIENCE_INTERVALS * this.#options.interval,
      ),
    );
  }

  /** Looks once at all alerts. A source that does not answer keeps its last ones. */
  async poll(signal: AbortSignal): Promise<void> {
    const { entities, prometheus, alertmanager, grafana = [] } = this.#options;
    const [monitored] = await Promise.all([
      entities.list({ signal }),
      ...prometheus.map(client =>
        this.#readEvaluated(`prometheus:${client.id}`, client, signal),
      ),
      ...grafana.map(source =>
        this.#readEvaluated(`grafana:${source.id}`, source, signal),
      ),
      ...alertmanager.map(client =>
        this.#read(`alertmanager:${client.id}`, signal, async () => {
          const [alerts, silences] = await Promise.all([
            client.alerts({ signal }),
            client.silences({ signal }),
          ]);
          this.#routed.set(client.id, {
            alerts: readableAlerts(alerts),
            silences,
          });
        }),
      ),
    ]);
    signal.throwIfAborted();
    const now = this.#options.now().getTime();
    this.#forget(now);
    const subjects = alertSubjects(monitored, this.#options.scopes);
    const owners = AlertOwners.create(subjects);
    const observed = joinAlerts({
      evaluated: this.#evaluated,
      routed: this.#routed,
      away: this.#away(),
      remembered: this.#seen.values(),
      replicaLabels: replicaLabels(this.#options.replicaLabels),
      instanceOf: labels => owners.instanceOf(labels),
      now,
    });
    this.#remember(observed, now);
    const described = observed.map(alert =>
      describeAlert(alert, owners.find(alert), {
        firstSeenAt: this.#seen.get(alert.id)?.firstAt ?? now,
      }),
    );
    this.#snapshot = {
      specs: new Map(subjects.map(({ spec }) => [spec.entityRef, spec])),
      alerts: collapseSloAlerts(described),
      burning: BurningSlos.create(described),
    };
  }

  #forget(now: number): void {
    for (const [id, { at }] of this.#seen) {
      if (now - at > AFTERLIFE) {
        this.#seen.delete(id);
      }
    }
  }

  #remember(alerts: ObservedAlert[], now: number): void {
    for (const { id, identity, isEvaluated } of alerts) {
      if (isEvaluated) {
        const firstAt = this.#seen.get(id)?.firstAt ?? now;
        this.#seen.set(id, { identity, at: now, firstAt });
      }
    }
  }

  #away(): Map<string, number> {
    return new Map(
      [...this.#health].flatMap(([source, { awaySince }]) =>
        awaySince ? [[source, awaySince.getTime()]] : [],
      ),
    );
  }

  #readEvaluated(
    name: string,
    source: PrometheusClient | GrafanaAlertSource,
    signal: AbortSignal,
  ): Promise<void> {
    return this.#read(name, signal, async () => {
      const options = { signal, priority: 'background' } as const;
      this.#evaluated.set(name, readableAlerts(await source.alerts(options)));
    });
  }

  async #read(
    source: string,
    signal: AbortSignal,
    read: () => Promise<void>,
  ): Promise<void> {
    const health = this.#health.get(source);
    try {
      await read();
      health?.succeeded(this.#options.now());
    } catch (error) {
      signal.throwIfAborted();
      if (health?.failed()) {
        this.#options.logger.warn(
          `Alerts of ${source} could not be read; the last known stay: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}
