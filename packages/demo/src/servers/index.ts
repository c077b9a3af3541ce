export { alertmanagerConfig } from './alertmanagerConfig';
export { atExit } from './atExit';
export { findProgram } from './findProgram';
export { prometheusConfig } from './prometheusConfig';
export { startAlertmanager } from './startAlertmanager';
export { startPrometheus } from './startPrometheus';
export { startProcess, type RunningProcess } from './startProcess';
export { startServer } from './startServer';
