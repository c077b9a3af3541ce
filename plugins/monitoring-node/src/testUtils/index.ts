/**
 * For the tests of packs.
 *
 * @packageDocumentation
 */
export { alertFirings } from './alertFirings';
export { documentationFaults } from './documentationFaults';
