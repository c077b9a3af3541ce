export * from './checkPack';
export * from './metricsMissingAlert';
export * from './MonitoringPack';
export * from './monitoringPacksExtensionPoint';
