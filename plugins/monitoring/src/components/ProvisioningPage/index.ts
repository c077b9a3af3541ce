export * from './ProvisioningPage';
