export * from './AuthorizedEntityReader';
export * from './createRouter';
export type { ProvisioningReader, RouterOptions } from './RouterOptions';
