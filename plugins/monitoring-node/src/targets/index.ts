export * from './hashContent';
export * from './ProvisioningTarget';
export * from './monitoringTargetsExtensionPoint';
export * from './RetryLaterError';
