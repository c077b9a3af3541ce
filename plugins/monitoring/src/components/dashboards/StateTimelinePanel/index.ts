export * from './StateTimelinePanel';
