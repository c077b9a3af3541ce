export * from './AuthorizedEntityReader';
export * from './createRouter';
export type { RouterOptions } from './RouterOptions';
