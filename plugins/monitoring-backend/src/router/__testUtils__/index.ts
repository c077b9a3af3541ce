export * from './FakeProvisioning';
export * from './provisioning';
export * from './startRouter';
