import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { monitoringApiRef, MonitoringClient } from './api';
import {
  SLO_WIDGET,
  SloWidgetProps,
} from './components/SloWidget/widgetSettings';
import {
  entityContentRouteRef,
  monitoringPageRouteRef,
  rootRouteRef,
} from './routes';

/**
 * Sightline for the classic frontend system.
 *
 * @public
 */
export const monitoringPlugin = createPlugin({
  id: 'monitoring',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { page: monitoringPageRouteRef },
  apis: [
    createApiFactory({
      api: monitoringApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => MonitoringClient.create({ fetchApi }),
    }),
  ],
});

/**
 * The portal-wide page "Monitoring": the SLOs of all services, and the runs of provisioning.
 *
 * @public
 */
export const MonitoringPage = monitoringPlugin.provide(
  createRoutableExtension({
    name: 'MonitoringPage',
    component: () =>
      import('./components/MonitoringPage').then(
        module => module.MonitoringPage,
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab "Monitoring" of an entity page.
 *
 * @public
 */
export const EntityMonitoringContent = monitoringPlugin.provide(
  createRoutableExtension({
    name: 'EntityMonitoringContent',
    component: () =>
      import('./components/EntityMonitoringContent').then(
        module => module.EntityMonitoringContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The SLOs of an entity, for its overview.
 *
 * @public
 */
export const EntityMonitoringSloCard = monitoringPlugin.provide(
  createComponentExtension({
    name: 'EntityMonitoringSloCard',
    component: {
      lazy: () =>
        import('./components/EntitySloCard').then(
          module => module.EntitySloCard,
        ),
    },
  }),
);

/**
 * The firing alerts of an entity, for its overview.
 *
 * @public
 */
export const EntityMonitoringAlertsCard = monitoringPlugin.provide(
  createComponentExtension({
    name: 'EntityMonitoringAlertsCard',
    component: {
      lazy: () =>
        import('./components/EntityAlertsCard').then(
          module => module.EntityAlertsCard,
        ),
    },
  }),
);

/**
 * The SLOs of the user's services, for the home page.
 *
 * @public
 */
export const HomePageSlos = monitoringPlugin.provide(
  createCardExtension<SloWidgetProps>({
    ...SLO_WIDGET,
    components: () =>
      import('./components/SloWidget').then(module => ({
        Content: module.SloWidget,
      })),
  }),
);
