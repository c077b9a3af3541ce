export * from './types';
export * from './provisioning';
export * from './explore';
