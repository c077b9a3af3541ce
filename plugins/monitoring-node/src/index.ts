/**
 * What third parties implement to extend Sightline: packs and provisioning targets.
 *
 * @packageDocumentation
 */
export * from './dashboards';
export * from './packs';
export * from './targets';
