export * from './intervals';
export * from './model';
export * from './types';
export * from './units';
export * from './values';
export * from './variables';
