export { plan } from './plan';
export * from './types';
