/**
 * For the tests of packs.
 *
 * @packageDocumentation
 */
export { alertFirings } from './alertFirings';
