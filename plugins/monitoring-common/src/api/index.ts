export * from './targets';
export * from './types';
export * from './provisioning';
export * from './exemplars';
export * from './explore';
