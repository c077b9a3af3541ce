/**
 * Sightline's screens: dashboards, SLOs and alerts of a catalog entity.
 *
 * @remarks
 * These exports are for the classic frontend system; the new one takes the default export
 * of `./alpha`.
 *
 * @packageDocumentation
 */
export * from './api';
export type { SloWidgetProps } from './components/SloWidget/widgetSettings';
export {
  EntityMonitoringAlertsCard,
  EntityMonitoringContent,
  EntityMonitoringSloCard,
  HomePageSlos,
  MonitoringPage,
  monitoringPlugin,
} from './plugin';
export * from './translation';
export { isMonitoringAvailable } from '@sightline/backstage-plugin-monitoring-common';
