import {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { isError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoringCatalog } from '../catalog';
import { MonitoringConfig } from '../config';
import { EntityChangeListener } from './events';
import { FiringAlerts } from './FiringAlerts';
import { ProvisioningMetrics } from './ProvisioningMetrics';
import { Reconciler } from './Reconciler';
import { DefaultProvisioningService, RunStarter } from './service';
import { ProvisioningStore } from './store';

/** The scheduled task of runs over all. */
const TASK = 'reconcile';
/** In milliseconds: how often a run saves its progress. */
const INTERVAL = 1_000;

/** What provisioning is made of. */
export interface ProvisioningOptions {
  config: MonitoringConfig;
  catalog: MonitoringCatalog;
  auth: AuthService;
  targets: ProvisioningTarget[];
  store: ProvisioningStore;
  auditor: AuditorService;
  events: EventsService;
  logger: LoggerService;
  metrics: MetricsService;
  firing: FiringAlerts;
  scheduler: SchedulerService;
}

/** Provisioning: when it runs, and what persons may ask of it. */
export class Provisioning {
  /** For the routes. */
  readonly service: DefaultProvisioningService;
  readonly #options: ProvisioningOptions;
  readonly #reconciler: Reconciler;
  readonly #changes: EntityChangeListener;

  static create(options: ProvisioningOptions): Provisioning {
    return new Provisioning(options);
  }

  private constructor(options: ProvisioningOptions) {
    const { config, scheduler, store, targets } = options;
    this.#options = options;
    this.#reconciler = Reconciler.create({
      ...options,
      metrics: ProvisioningMetrics.create(options),
      interval: INTERVAL,
    });
    this.service = DefaultProvisioningService.create({
      config: config.provisioning,
      reconciler: this.#reconciler,
      starter: RunStarter.create({
        scheduler,
        taskId: TASK,
        store,
        mode: config.provisioning.mode,
        now: () => new Date(),
        interval: INTERVAL / 2,
      }),
      targets,
      store,
    });
    this.#changes = EntityChangeListener.create({
      ...options,
      reconcile: (entityRef, signal) =>
        this.#reconciler.run({ trigger: 'event', entityRef, signal }),
      reconcileAll: () => this.#runSoon(),
    });
  }

  /** Runs on schedule, and when the catalog says that an entity changed. */
  async start(): Promise<void> {
    const { config, events, scheduler } = this.#options;
    await scheduler.scheduleTask({
      id: TASK,
      ...config.provisioning.schedule,
      fn: async signal => {
        await this.#reconciler.runScheduled({ signal });
      },
    });
    await this.#changes.subscribe(events);
  }

  async stop(): Promise<void> {
    this.#changes.stop();
    await this.#reconciler.stop();
  }

  /** A run over all that is under way has perhaps read the catalog before; the next one has not. */
  async #runSoon(): Promise<void> {
    try {
      await this.#options.scheduler.triggerTask(TASK);
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') {
        throw error;
      }
    }
  }
}
