export * from './AlertList';
export * from './alertOrder';
