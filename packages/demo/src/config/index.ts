export { demoAppConfig } from './demoAppConfig';
export {
  DEFAULT_PORTS,
  type DemoAlerts,
  type DemoOptions,
  type DemoPorts,
  type GrafanaAccess,
} from './DemoOptions';
export { freePort } from './freePort';
