import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  monitoringExplorePermission,
  monitoringMetricsReadPermission,
  monitoringNotificationsTestPermission,
  monitoringPermissions,
  monitoringProvisionPermission,
  monitoringReadPermission,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  monitoringPacksExtensionPoint,
  monitoringTargetsExtensionPoint,
} from '@sightline/backstage-plugin-monitoring-node';
import { DefaultMonitoringCatalog } from './catalog';
import { isCacheShared, readMonitoringConfig } from './config';
import { DefaultMetricDiscovery, DefaultSuggestionService } from './discovery';
import { ObservingService } from './observing';
import { builtInPacks, createResolver, PackRegistry } from './packs';
import {
  createTargets,
  DatabaseProvisioningStore,
  DefaultTestNotificationService,
  Provisioning,
  TargetRegistry,
} from './provisioning';
import { QueryingService, QueryMetrics } from './querying';
import {
  AuthorizedEntityReader,
  AuthorizedProvisioning,
  createRouter,
  RunEntities,
} from './router';
import { createSources, UpstreamMetrics } from './sources';

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
    const added = TargetRegistry.create();

    env.registerExtensionPoint(monitoringPacksExtensionPoint, packs);
    env.registerExtensionPoint(monitoringTargetsExtensionPoint, added);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, catalog, logger, permissions } = deps;
        const config = readMonitoringConfig(deps.rootConfig, {
          targets: added.list().map(({ id }) => id),
        });
        const sources = createSources(config, {
          observer: UpstreamMetrics.create(deps),
        });
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
          added: added.list(),
        });
        const observing = ObservingService.create({
          ...sources,
          config: config.observing,
          scopes: config.prometheus,
          monitoring,
          auth,
          catalog,
          permissions,
          logger,
        });
        const provisioning = Provisioning.create({
          ...deps,
          config,
          catalog: monitoring,
          targets,
          store,
          firing: (entityRef, kind) => observing.firingAlerts(entityRef, kind),
        });
        const querying = QueryingService.create({
          ...sources,
          config,
          ...(isCacheShared(deps.rootConfig) && { cache: deps.cache }),
          observer: QueryMetrics.create(deps),
          logger,
        });
        const readable = (permission: typeof monitoringReadPermission) =>
          AuthorizedEntityReader.create({
            inner: monitoring,
            permissions,
            permission,
          });

        deps.permissionsRegistry.addPermissions(monitoringPermissions);
        deps.httpRouter.use(
          createRouter({
            auditor,
            httpAuth: deps.httpAuth,
            entities: readable(monitoringReadPermission),
            metrics: readable(monitoringMetricsReadPermission),
            explorable: readable(monitoringExplorePermission),
            testable: readable(monitoringNotificationsTestPermission),
            provisionable: readable(monitoringProvisionPermission),
            slos: observing.slos,
            alerts: observing.alerts,
            provisioning: provisioning.service,
            runs: AuthorizedProvisioning.create({
              inner: provisioning.service,
              permissions,
              entities: RunEntities.create({
                access: observing.access,
                catalog,
                auth,
              }),
            }),
            testNotifications: DefaultTestNotificationService.create({
              config,
            }),
            suggestions: DefaultSuggestionService.create({ discovery, packs }),
            packs,
            dashboards: querying.dashboards,
            explore: querying.explore,
            marks: querying.marks,
            panels: querying.panels,
            exemplars: querying.exemplars,
            targets: querying.targets,
            variables: querying.variables,
            sloHistory: querying.sloHistory,
            sloDefinitions: querying.sloDefinitions,
          }),
        );
        await provisioning.start();
        deps.lifecycle.addStartupHook(() => observing.start());
        deps.lifecycle.addShutdownHook(() => observing.stop());
        deps.lifecycle.addShutdownHook(() => provisioning.stop());
      },
    });
  },
});
