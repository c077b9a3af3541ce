export * from './LoadFailed';
export * from './isForbidden';
