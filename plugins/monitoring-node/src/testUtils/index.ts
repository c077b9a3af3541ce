/**
 * For the tests of packs.
 *
 * @packageDocumentation
 */
export { alertFirings } from './alertFirings';
export { documentationFaults } from './documentationFaults';
export { expressionsWithoutData } from './expressionsWithoutData';
export { firingMinutes } from './firingMinutes';
export { firingMinutesOfAll } from './firingMinutesOfAll';
export { freePort } from './freePort';
export { packExpressions, type PackExpression } from './packExpressions';
export {
  RecordedPrometheus,
  type RecordedPage,
  type RecordedSample,
} from './RecordedPrometheus';
export {
  TestPrometheus,
  type EvaluatedGroup,
  type TestPrometheusOptions,
} from './TestPrometheus';
