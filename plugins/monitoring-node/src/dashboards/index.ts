export * from './buildPackDashboard';
export { type PackVariable } from './labelValuesVariable';
export * from './panels';
