export * from './EntityAlertsCard';
