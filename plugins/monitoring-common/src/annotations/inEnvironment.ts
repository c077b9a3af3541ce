import { EnvironmentSpec, LabelMatcher, MonitoringSpec } from './types';

/**
 * An entity's matchers and those of one environment. A label that the environment names is its
 * own matter: with both, `env="prod"` of the entity would leave nothing of `env="stage"`.
 */
export function mergeSelectors(
  ofEntity: LabelMatcher[],
  ofEnvironment: LabelMatcher[],
): LabelMatcher[] {
  const named = new Set(ofEnvironment.map(({ label }) => label));
  return [
    ...ofEntity.filter(({ label }) => !named.has(label)),
    ...ofEnvironment,
  ];
}

/**
 * What an entity asks for in one of its environments.
 *
 * @public
 */
export function inEnvironment(
  spec: MonitoringSpec,
  environment: EnvironmentSpec,
): MonitoringSpec {
  return {
    ...spec,
    environment: environment.name,
    selector: mergeSelectors(spec.selector, environment.selector),
    selectorIsDefault:
      spec.selectorIsDefault && environment.selector.length === 0,
    prometheus: environment.prometheus ?? spec.prometheus,
    grafana: environment.grafana ?? spec.grafana,
  };
}
