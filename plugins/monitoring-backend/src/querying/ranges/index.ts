export * from './RangeCachingClient';
export * from './RangeStore';
export * from './RestartWatch';
export * from './SharedRangeStore';
