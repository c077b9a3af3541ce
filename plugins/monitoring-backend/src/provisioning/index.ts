export { createTargets } from './createTargets';
export { isSharedOwner } from './isSharedOwner';
export { Provisioning } from './Provisioning';
export { type ProvisioningService } from './ProvisioningService';
export { Reconciler } from './Reconciler';
export { DatabaseProvisioningStore, type ProvisioningStore } from './store';
export { TargetRegistry } from './TargetRegistry';
export * from './notifications';
