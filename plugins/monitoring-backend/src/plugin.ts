import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  monitoringMetricsReadPermission,
  monitoringNotificationsTestPermission,
  monitoringPermissions,
  monitoringReadPermission,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringPacksExtensionPoint } from '@sightline/backstage-plugin-monitoring-node';
import { DefaultMonitoringCatalog } from './catalog';
import { readMonitoringConfig } from './config';
import { DefaultMetricDiscovery, DefaultSuggestionService } from './discovery';
import { ObservingService } from './observing';
import { builtInPacks, createResolver, PackRegistry } from './packs';
import {
  createTargets,
  DatabaseProvisioningStore,
  DefaultProvisioningService,
  DefaultTestNotificationService,
  Reconciler,
} from './provisioning';
import { QueryingService } from './querying';
import { AuthorizedEntityReader, createRouter } from './router';
import { createSources } from './sources';

/**
 * The backend of Sightline: provisions, queries and observes Grafana and Prometheus from catalog
 * annotations.
 *
 * @public
 */
export const monitoringPlugin = createBackendPlugin({
  pluginId: 'monitoring',
  register(env) {
    const packs = PackRegistry.create(...builtInPacks);

    env.registerExtensionPoint(monitoringPacksExtensionPoint, packs);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, catalog, logger, permissions } = deps;
        const config = readMonitoringConfig(deps.rootConfig);
        const sources = createSources(config);
        const discovery = DefaultMetricDiscovery.create({ ...sources, logger });
        const monitoring = DefaultMonitoringCatalog.create({
          catalog,
          auth,
          logger,
          config,
          resolve: createResolver({
            packs,
            config,
            discovery,
            portalUrl: deps.rootConfig.getOptionalString('app.baseUrl'),
          }),
        });
        const store = await DatabaseProvisioningStore.create(deps);
        const targets = createTargets(config, {
          fingerprintKey: await store.fingerprintKey(),
        });
        const reconciler = Reconciler.create({
          config,
          catalog: monitoring,
          targets,
          store,
          logger,
          auditor,
        });
        const observing = ObservingService.create({
          ...sources,
          config: config.observing,
          monitoring,
          catalog,
          permissions,
          logger,
        });
        const querying = QueryingService.create({ ...sources, config, logger });

        deps.permissionsRegistry.addPermissions(monitoringPermissions);
        deps.httpRouter.use(
          createRouter({
            auditor,
            httpAuth: deps.httpAuth,
            entities: AuthorizedEntityReader.create({
              inner: monitoring,
              permissions,
              permission: monitoringReadPermission,
            }),
            metrics: AuthorizedEntityReader.create({
              inner: monitoring,
              permissions,
              permission: monitoringMetricsReadPermission,
            }),
            testable: AuthorizedEntityReader.create({
              inner: monitoring,
              permissions,
              permission: monitoringNotificationsTestPermission,
            }),
            slos: observing.slos,
            alerts: observing.alerts,
            provisioning: DefaultProvisioningService.create({ store }),
            testNotifications: DefaultTestNotificationService.create({
              config,
            }),
            suggestions: DefaultSuggestionService.create({ discovery, packs }),
            packs,
            dashboards: querying.dashboards,
            panels: querying.panels,
            variables: querying.variables,
            sloHistory: querying.sloHistory,
          }),
        );
        await deps.scheduler.scheduleTask({
          id: 'reconcile',
          ...config.provisioning.schedule,
          fn: async signal => {
            await reconciler.run({ trigger: 'schedule', signal });
          },
        });
        deps.lifecycle.addStartupHook(() => observing.start());
        deps.lifecycle.addShutdownHook(() => observing.stop());
      },
    });
  },
});
