export { alertmanagerConfig } from './alertmanagerConfig';
export { findProgram } from './findProgram';
export { prometheusConfig } from './prometheusConfig';
export { startAlertmanager } from './startAlertmanager';
export { startPrometheus } from './startPrometheus';
export type { RunningProcess } from './startProcess';
