export * from './hashContent';
export * from './monitoringTargetsExtensionPoint';
export * from './ProvisioningTarget';
