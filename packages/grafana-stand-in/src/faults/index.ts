export { FaultInjector } from './FaultInjector';
export { Person } from './Person';
export { seededRandom } from './seededRandom';
export { snapshot, type Snapshot } from './snapshot';
export * from './types';
