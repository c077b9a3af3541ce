export * from './escapeTemplate';
export * from './types';
