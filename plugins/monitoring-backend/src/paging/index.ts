export * from './cursor';
export * from './pageOf';
