/**
 * The pure core of Sightline: annotations, SLO maths, PromQL matchers, the dashboard model,
 * API types and permissions. No I/O, no Node, no DOM.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './dashboards';
export * from './durations';
export * from './openslo';
export * from './permissions';
export * from './promql';
export * from './provisioning';
export * from './rules';
export * from './slo';
export * from './zones';
