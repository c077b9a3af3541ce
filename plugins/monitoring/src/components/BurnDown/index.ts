export * from './BurnDown';
