export * from './zoneTime';
