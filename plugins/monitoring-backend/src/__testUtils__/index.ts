export * from './expectToMatchSpec';
export * from './startMonitoringBackend';
export * from './upstreams';
