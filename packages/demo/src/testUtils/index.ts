/**
 * The simulation for the tests of packs: what they find on it, and when they fire.
 *
 * @packageDocumentation
 */
export type { IncidentName } from '../incidents';
export { recordIncident } from './recordIncident';
export { simulatedFamilies, type SimulatedFamily } from './simulatedFamilies';
export { simulatedPages } from './simulatedPages';
