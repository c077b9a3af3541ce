/**
 * What the backend works out, for programs that run outside of a portal: nothing is started, and
 * nothing is written.
 *
 * @packageDocumentation
 */
export {
  readMonitoringConfig,
  type MonitoringConfig,
  type PrometheusConfig,
} from '../config';
export { type MonitoredEntity } from '../catalog';
export {
  builtInPacks,
  PackRegistry,
  type ProbeFinder,
  type ResolvedMonitoring,
} from '../packs';
export { DefaultPrometheusClient, type PrometheusClient } from '../sources';
export { entityUrl } from '../packs/entityLink';
export { listGrafana, listRuleFiles } from './listTarget';
export { measureSlos } from './measureSlos';
export {
  OfflinePlanner,
  type OfflinePlan,
  type OfflineState,
} from './OfflinePlanner';
export { askForProbes, noProbes, preferredProbes } from './probeFinders';
export {
  readEntities,
  type ReadEntitiesOptions,
  type ReadEntity,
} from './readEntities';
