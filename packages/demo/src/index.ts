/**
 * A simulated media platform on a real Prometheus and Alertmanager, with 30 days of history.
 *
 * @packageDocumentation
 */
export {
  DEFAULT_PORTS,
  freePort,
  type DemoOptions,
  type DemoPorts,
  type GrafanaAccess,
} from './config';
export type { IncidentControl } from './control';
export { INCIDENTS, type Incident, type IncidentName } from './incidents';
export type { ReceivedNotification } from './notifications';
export { startDemo, type RunningDemo } from './startDemo';
