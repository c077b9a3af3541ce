export { createTargets } from './createTargets';
export {
  DefaultProvisioningService,
  type ProvisioningService,
} from './ProvisioningService';
export { Reconciler } from './Reconciler';
export { DatabaseProvisioningStore, type ProvisioningStore } from './store';
export * from './notifications';
