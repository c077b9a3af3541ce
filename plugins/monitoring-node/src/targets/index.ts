export * from './hashContent';
export * from './ProvisioningTarget';
