/**
 * A stand-in for the parts of Grafana 12.4 that Sightline calls. For the demo and for tests only.
 *
 * @packageDocumentation
 */
export { createStandIn } from './createStandIn';
export {
  AlertEvaluator,
  AlertStates,
  type AlertInstance,
  type AlertTransition,
  type TransitionListener,
} from './evaluation';
export { ExpressionError } from './evaluation/expressions/ExpressionError';
export {
  FaultInjector,
  Person,
  seededRandom,
  snapshot,
  type Fault,
  type FaultPlan,
  type FaultRequest,
  type Snapshot,
} from './faults';
export { STAND_IN_TOKENS } from './http/identities';
export { STAND_IN_DATASOURCE } from './routes/datasources';
export {
  startGrafanaStandIn,
  type RunningStandIn,
} from './startGrafanaStandIn';
export { GrafanaState } from './state/GrafanaState';
export { putRuleGroup } from './state/putRuleGroup';
