/**
 * Sightline's screens for the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import TimelineIcon from '@material-ui/icons/Timeline';
import { isMonitoringAvailable } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef, MonitoringClient } from './api';
import { SLO_WIDGET } from './components/SloWidget/widgetSettings';
import { MONITORING_TAB_PATH } from './hooks/useMonitoringPath';
import {
  entityContentRouteRef,
  monitoringPageRouteRef,
  rootRouteRef,
} from './routes';

const monitoringApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: monitoringApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => MonitoringClient.create({ fetchApi }),
    }),
});

const monitoringPage = PageBlueprint.make({
  params: {
    path: '/monitoring',
    title: 'Monitoring',
    icon: <TimelineIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    // Its parts have headers of their own.
    noHeader: true,
    loader: () =>
      import('./components/MonitoringPage').then(module => (
        <module.MonitoringPage />
      )),
  },
});

const entityMonitoringContent = EntityContentBlueprint.make({
  params: {
    path: MONITORING_TAB_PATH,
    title: 'Monitoring',
    group: 'observability',
    routeRef: entityContentRouteRef,
    filter: { kind: { $in: ['component', 'system', 'resource', 'api'] } },
    loader: () =>
      import('./components/EntityMonitoringContent').then(module => (
        <module.EntityMonitoringContent />
      )),
  },
});

const entitySloCard = EntityCardBlueprint.make({
  name: 'slos',
  params: {
    // In the column that is seen without scrolling.
    type: 'info',
    filter: isMonitoringAvailable,
    loader: () =>
      import('./components/EntitySloCard').then(module => (
        <module.EntitySloCard />
      )),
  },
});

const entityAlertsCard = EntityCardBlueprint.make({
  name: 'alerts',
  params: {
    // In the column that is seen without scrolling.
    type: 'info',
    filter: isMonitoringAvailable,
    loader: () =>
      import('./components/EntityAlertsCard').then(module => (
        <module.EntityAlertsCard />
      )),
  },
});

const homePageSlos = HomePageWidgetBlueprint.make({
  name: 'slos',
  params: {
    ...SLO_WIDGET,
    components: () =>
      import('./components/SloWidget').then(module => ({
        Content: module.SloWidget,
      })),
  },
});

/**
 * Sightline for the new frontend system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'monitoring',
  title: 'Monitoring',
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { page: monitoringPageRouteRef },
  extensions: [
    monitoringApi,
    monitoringPage,
    entityMonitoringContent,
    entitySloCard,
    entityAlertsCard,
    homePageSlos,
  ],
});
