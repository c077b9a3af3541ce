/**
 * Tells the monitoring backend when what a catalog entity asks for changed.
 *
 * @packageDocumentation
 */
export { catalogModuleMonitoring as default } from './module';
