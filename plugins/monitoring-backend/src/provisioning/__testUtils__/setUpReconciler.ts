import { mockServices } from '@backstage/backend-test-utils';
import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity, MonitoringCatalog } from '../../catalog';
import { readMonitoringConfig } from '../../config';
import {
  httpPack,
  PackRegistry,
  resolveMonitoring,
  ResolveMonitoringOptions,
} from '../../packs';
import { FiringAlerts } from '../FiringAlerts';
import { ProvisioningMetrics } from '../ProvisioningMetrics';
import { Reconciler } from '../Reconciler';
import { ProvisioningStore } from '../store';
import { MemoryStore, MemoryTarget } from './builders';

const registry = PackRegistry.create(httpPack);

/** Each entity has the HTTP metrics of prom-client. */
const FOUND = new Map([['http', ['prom-client']]]);

/**
 * An entity as the catalog reader gives it, with one dashboard, alerts and an SLO that has rules of
 * its own, since its selector does not name the entity by an equals sign.
 */
export function anEntity(
  name: string,
  annotations: Record<string, string> = {},
  channels?: ResolveMonitoringOptions['channels'],
): MonitoredEntity {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9% 30d',
        'monitoring/selector': `service=~"${name}"`,
        ...annotations,
      },
    },
    spec: {},
  };
  const parsed = parseMonitoringSpec(entity, {
    // eslint-disable-next-line no-template-curly-in-string
    defaultSelector: 'service="${{ name }}"',
    defaultWindow: { type: 'rolling', duration: 2_592_000 },
  });
  const monitoring = resolveMonitoring(parsed, registry, {
    found: FOUND,
    channels,
  });
  return { entity, monitoring, environments: [monitoring] };
}

/** An entity with the usual selector, which shares its SLO rules with others. */
export function aSharingEntity(
  name: string,
  annotations: Record<string, string> = {},
): MonitoredEntity {
  return anEntity(name, {
    'monitoring/selector': `service="${name}"`,
    ...annotations,
  });
}

/** A reconciler on targets and a store in memory, with a clock that the test moves. */
export function setUpReconciler<S extends ProvisioningStore = MemoryStore>(
  provisioning: object = {},
  more: {
    targets?: ProvisioningTarget[];
    notifications?: object;
    logger?: LoggerService;
    store?: S;
    interval?: number;
    metrics?: ProvisioningMetrics;
    auditor?: AuditorService;
    firing?: FiringAlerts;
  } = {},
) {
  const grafana = new MemoryTarget('grafana:default');
  const files = new MemoryTarget('rule-files:default');
  const store = (more.store ?? new MemoryStore()) as S;
  const state = {
    entities: [anEntity('ingestor')],
    complete: true,
    now: new Date('2026-11-24T12:00:00Z'),
  };
  const catalog: MonitoringCatalog = {
    readAll: async () => state,
    readOne: async entityRef => {
      const found = state.entities.find(
        ({ monitoring }) => monitoring.spec.entityRef === entityRef,
      );
      if (!found) {
        throw new NotFoundError(`No entity '${entityRef}'`);
      }
      return found;
    },
  };
  const config = readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        grafana: [{ id: 'default', url: 'http://grafana' }],
        notifications: more.notifications,
        provisioning: {
          ruleFiles: { directory: '/rules' },
          prune: { maxShare: 1 },
          ...provisioning,
        },
      },
    }),
  );
  const reconciler = Reconciler.create({
    config,
    catalog,
    auth: mockServices.auth(),
    targets: more.targets ?? [grafana, files],
    store,
    logger: more.logger ?? mockServices.logger.mock(),
    now: () => state.now,
    random: () => 1,
    interval: more.interval,
    metrics: more.metrics,
    auditor: more.auditor,
    firing: more.firing,
  });
  const run = () => reconciler.run({ trigger: 'manual' });
  return { config, reconciler, catalog, grafana, files, store, state, run };
}
