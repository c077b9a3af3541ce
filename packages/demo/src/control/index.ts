export { IncidentControl } from './IncidentControl';
export { MetricsPages } from './MetricsPages';
export { startControlServer, type ControlServer } from './startControlServer';
