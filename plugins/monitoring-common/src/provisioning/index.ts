export * from './entityChanged';
export * from './monitoringFingerprint';
export * from './objectKey';
export * from './runs';
export * from './types';
