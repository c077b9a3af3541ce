export * from './checkPack';
export * from './MonitoringPack';
export * from './monitoringPacksExtensionPoint';
