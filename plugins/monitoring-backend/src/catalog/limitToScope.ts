import { Entity } from '@backstage/catalog-model';
import {
  InvalidSlo,
  LabelMatcher,
  limitSli,
  MONITORING_ANNOTATION_SELECTOR,
  MonitoringSpec,
  Parsed,
  SloDefinition,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../config';
import { describeError } from '../describeError';
import { askingNothing } from './askingNothing';
import { scopeMatchers } from './scopeMatchers';

/**
 * ANDs the operator's scope into an entity's selector, before anything is made of it: what packs,
 * rules and SLOs select is then never wider than what the entity may read. An annotation refines.
 *
 * An entity that lacks a field of the scope gets nothing, and the reason.
 */
export function limitToScope(
  parsed: Parsed<MonitoringSpec>,
  entity: Entity,
  instances: PrometheusConfig[],
): Parsed<MonitoringSpec> {
  const spec = parsed.value;
  const prometheus = spec.prometheus
    ? instances.find(({ id }) => id === spec.prometheus)
    : instances[0];
  if (!prometheus || prometheus.scope.length === 0) {
    return parsed;
  }
  try {
    const scope = scopeMatchers(prometheus, entity);
    return {
      ...parsed,
      value: {
        ...spec,
        selector: [...scope, ...spec.selector],
        ...limitDefinitions(spec, scope),
      },
    };
  } catch (error) {
    return {
      value: askingNothing(spec),
      problems: [
        ...parsed.problems,
        {
          annotation: MONITORING_ANNOTATION_SELECTOR,
          severity: 'error',
          message: `${describeError(
            error,
          )}. Nothing is provisioned or shown until it has; whoever runs this portal set that rule`,
        },
      ],
    };
  }
}

/** The queries of documents need not contain the selector. What cannot be limited is not used. */
function limitDefinitions(
  spec: MonitoringSpec,
  scope: LabelMatcher[],
): Pick<MonitoringSpec, 'sloDefinitions' | 'invalidSlos'> {
  const sloDefinitions: SloDefinition[] = [];
  const invalidSlos: InvalidSlo[] = [...(spec.invalidSlos ?? [])];
  for (const definition of spec.sloDefinitions) {
    try {
      const sli = limitSli(definition.sli, scope);
      sloDefinitions.push({ ...definition, sli });
    } catch (error) {
      invalidSlos.push({
        name: definition.name,
        message: `The queries cannot be limited to what this entity may read: ${describeError(
          error,
        )}`,
      });
    }
  }
  return {
    sloDefinitions,
    ...(invalidSlos.length > 0 ? { invalidSlos } : {}),
  };
}
