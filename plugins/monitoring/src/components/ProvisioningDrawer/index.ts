export * from './ProvisioningDrawer';
