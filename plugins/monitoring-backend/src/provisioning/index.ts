export { createTargets } from './createTargets';
export { Provisioning } from './Provisioning';
export { type ProvisioningService } from './ProvisioningService';
export { Reconciler } from './Reconciler';
export { DatabaseProvisioningStore, type ProvisioningStore } from './store';
export { TargetRegistry } from './TargetRegistry';
export * from './notifications';
