export * from './BurnRateBar';
