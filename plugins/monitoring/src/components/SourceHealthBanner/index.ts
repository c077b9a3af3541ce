export * from './SourceHealthBanner';
export * from './sourceName';
export * from './sources';
