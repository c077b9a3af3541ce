export { DatabaseProvisioningStore } from './DatabaseProvisioningStore';
export * from './ProvisioningStore';
