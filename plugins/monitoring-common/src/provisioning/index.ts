export * from './objectKey';
export * from './types';
