export {
  MONITORING_ANNOTATION_ALERTS,
  MONITORING_ANNOTATION_DASHBOARDS,
  MONITORING_ANNOTATION_ENVIRONMENTS,
  MONITORING_ANNOTATION_GRAFANA,
  MONITORING_ANNOTATION_MUTE,
  MONITORING_ANNOTATION_NOTIFY,
  MONITORING_ANNOTATION_PACKS,
  MONITORING_ANNOTATION_PROMETHEUS,
  MONITORING_ANNOTATION_PROVISION,
  MONITORING_ANNOTATION_RENAMED_FROM,
  MONITORING_ANNOTATION_RUNBOOK,
  MONITORING_ANNOTATION_SELECTOR,
  MONITORING_ANNOTATION_SLOS,
  MONITORING_ANNOTATIONS,
} from './constants';
export { defaultSelectorFor, type EntityIdentity } from './defaultSelectorFor';
export { identityName, identityRef, objectOwner } from './identity';
export { inEnvironment } from './inEnvironment';
export { isMonitoringAvailable } from './isMonitoringAvailable';
export { nearestName } from './nearestName';
export {
  parseMonitoringSpec,
  type ParseMonitoringSpecOptions,
} from './parseMonitoringSpec';
export {
  parseSloShortForm,
  type SloShortFormOptions,
} from './parseSloShortForm';
export * from './types';
export { parseNotify } from './parseNotify';
