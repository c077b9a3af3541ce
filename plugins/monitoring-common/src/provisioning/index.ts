export * from './objectKey';
export * from './runs';
export * from './types';
