import { Entity } from '@backstage/catalog-model';
import {
  limitSli,
  MONITORING_ANNOTATION_SELECTOR,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../config';
import { describeError } from '../describeError';
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
        // The queries of documents need not contain the selector.
        sloDefinitions: spec.sloDefinitions.map(definition => ({
          ...definition,
          sli: limitSli(definition.sli, scope),
        })),
      },
    };
  } catch (error) {
    return {
      value: {
        ...spec,
        packs: [],
        slos: [],
        sloDefinitions: [],
        invalidSlos: undefined,
        alertOverrides: [],
        dashboards: [],
      },
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
