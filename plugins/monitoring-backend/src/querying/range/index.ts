export * from './planRange';
