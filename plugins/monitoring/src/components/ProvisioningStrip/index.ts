export * from './ProvisioningStrip';
