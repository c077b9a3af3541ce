export { plan } from './plan';
export { planObject } from './planObject';
export * from './types';
