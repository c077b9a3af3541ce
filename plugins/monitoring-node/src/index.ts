/**
 * What third parties implement to extend Sightline, packs, and what its provisioning engine
 * expects of a target.
 *
 * @packageDocumentation
 */
export * from './dashboards';
export * from './dialects';
export * from './packs';
export * from './targets';
