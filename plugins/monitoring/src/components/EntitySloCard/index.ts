export * from './EntitySloCard';
