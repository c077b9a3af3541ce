export * from './MonitoringPack';
export * from './monitoringPacksExtensionPoint';
