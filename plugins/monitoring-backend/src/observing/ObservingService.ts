import {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { MonitoringCatalog } from '../catalog';
import { MonitoringConfig, PrometheusConfig } from '../config';
import {
  AlertmanagerClient,
  GrafanaAlertSource,
  PrometheusClient,
} from '../sources';
import { EntityAccess } from './access';
import {
  AlertPoller,
  AuthorizedAlertService,
  DefaultAlertService,
} from './alerts';
import { MonitoredEntitiesCache } from './MonitoredEntitiesCache';
import { Poller, Schedule } from './Poller';
import {
  AuthorizedSloStatusService,
  DefaultSloStatusService,
  SloPoller,
  SloTrends,
  SystemDomains,
} from './slos';
import { AlertService, SloStatusService } from './types';

export interface ObservingServiceOptions {
  config: MonitoringConfig['observing'];
  /** Of each Prometheus; an entity's alerts are limited by them as its queries are. */
  scopes: Pick<PrometheusConfig, 'id' | 'scope'>[];
  monitoring: MonitoringCatalog;
  /** In the order of the configuration; the first serves entities that name none. */
  prometheus: PrometheusClient[];
  alertmanager: AlertmanagerClient[];
  /** Those that evaluate alert rules themselves. */
  grafanaAlerts?: GrafanaAlertSource[];
  /** For asking what a caller may see, and which domains systems are of. */
  catalog: CatalogService;
  auth: AuthService;
  permissions: PermissionsService;
  logger: LoggerService;
  now?: () => Date;
  schedule?: Schedule;
}

/**
 * Reads all SLOs and all alerts at an interval, once for all screens. Each replica reads for
 * itself. The services answer from the latest snapshot, as far as the caller may see it.
 */
export class ObservingService {
  readonly slos: SloStatusService;
  readonly alerts: AlertService;
  /** Of which entities a caller may be told. */
  readonly access: EntityAccess;
  readonly #alerts: AlertPoller;
  readonly #pollers: Poller[];

  static create(options: ObservingServiceOptions): ObservingService {
    return new ObservingService(options);
  }

  private constructor(options: ObservingServiceOptions) {
    const { config, logger, schedule, now = () => new Date() } = options;
    const entities = MonitoredEntitiesCache.create({
      catalog: options.monitoring,
      now,
    });
    const alerts = AlertPoller.create({
      entities,
      prometheus: options.prometheus,
      alertmanager: options.alertmanager,
      grafana: options.grafanaAlerts,
      scopes: options.scopes,
      replicaLabels: config.replicaLabels,
      interval: config.alertsInterval,
      logger,
      now,
    });
    const slos = SloPoller.create({
      entities,
      clients: options.prometheus,
      domains: SystemDomains.create({ ...options, now }),
      firingAlert: slo => alerts.snapshot.burning.severityOf(slo),
      interval: config.slosInterval,
      logger,
      now,
    });
    this.#alerts = alerts;
    this.access = EntityAccess.create({
      catalog: options.catalog,
      permissions: options.permissions,
      now,
    });
    this.slos = AuthorizedSloStatusService.create({
      inner: DefaultSloStatusService.create({
        poller: slos,
        trends: SloTrends.create({ clients: options.prometheus, now }),
      }),
      access: this.access,
    });
    this.alerts = AuthorizedAlertService.create({
      inner: DefaultAlertService.create({ poller: alerts }),
      access: this.access,
    });
    this.#pollers = [
      Poller.create({
        name: 'Reading the alerts',
        interval: config.alertsInterval,
        poll: signal => alerts.poll(signal),
        logger,
        schedule,
      }),
      Poller.create({
        name: 'Reading the SLOs',
        interval: config.slosInterval,
        poll: signal => slos.poll(signal),
        logger,
        schedule,
      }),
    ];
  }

  start(): void {
    this.#pollers.forEach(poller => poller.start());
  }

  /** Names of the alerts with an entity's label that fire, of its SLOs or the others. */
  firingAlerts(
    entityRef: string,
    kind: 'alert-rule-group' | 'slo-rule-group',
  ): string[] {
    const ofSlos = kind === 'slo-rule-group';
    const names = this.#alerts.snapshot.alerts
      .filter(
        ({ labels, sloId, state }) =>
          labels.entity === entityRef &&
          state !== 'pending' &&
          (sloId !== undefined) === ofSlos,
      )
      .map(({ name }) => name);
    return [...new Set(names)].sort();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#pollers.map(poller => poller.stop()));
  }
}
