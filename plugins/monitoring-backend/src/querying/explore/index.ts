export * from './DefaultExploreService';
export * from './ExploreService';
