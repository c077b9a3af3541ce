export * from './planRange';
export * from './settleRange';
