/**
 * The backend of Sightline.
 *
 * @packageDocumentation
 */
export { monitoringPlugin as default } from './plugin';
