export { builtInPacks } from './builtInPacks';
export { createResolver, type ProbeFinder } from './createResolver';
export { httpPack } from './http';
export { PackRegistry } from './PackRegistry';
export {
  resolveMonitoring,
  type ResolveMonitoringOptions,
} from './resolveMonitoring';
export { runbookUrl, SLO_RUNBOOK } from './runbookUrl';
export * from './types';
