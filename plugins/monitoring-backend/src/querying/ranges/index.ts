export * from './createRangeCaching';
