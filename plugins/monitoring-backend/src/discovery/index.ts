export { DefaultMetricDiscovery } from './DefaultMetricDiscovery';
export * from './MetricDiscovery';
export * from './SuggestionService';
