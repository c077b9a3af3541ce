export { httpPack } from './http';
export { PackRegistry } from './PackRegistry';
export { resolveMonitoring } from './resolveMonitoring';
export * from './types';
