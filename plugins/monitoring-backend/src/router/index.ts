export * from './AuthorizedEntityReader';
export * from './createRouter';
export * from './provisioning';
export type { RouterOptions } from './RouterOptions';
