export * from './startUpstream';
