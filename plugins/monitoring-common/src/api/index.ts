export * from './types';
export * from './provisioning';
