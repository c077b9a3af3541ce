import {
  LabelMatcher,
  MonitoringSpec,
  sloAlertTier,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity, scopeMatchers } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';

/** Whom alerts can be about: an entity, in one of its environments. */
export interface AlertSubject {
  spec: MonitoringSpec;
  /** Whether its readers may be told of an alert, by the alert's labels. */
  mayTell: (labels: Record<string, string>) => boolean;
}

/** All environments of all entities, and what the operator lets each be told. */
export function alertSubjects(
  entities: MonitoredEntity[],
  instances: Pick<PrometheusConfig, 'id' | 'scope'>[],
): AlertSubject[] {
  return entities.flatMap(({ entity, environments }) =>
    environments.map(monitoring => {
      const { spec } = monitoring;
      const instance = spec.prometheus
        ? instances.find(({ id }) => id === spec.prometheus)
        : instances[0];
      if (!instance || instance.scope.length === 0) {
        return { spec, mayTell: () => true };
      }
      try {
        return limited(monitoring, scopeMatchers(instance, entity));
      } catch {
        // It lacks what its scope is made of, which its annotations' problems say.
        return { spec, mayTell: () => false };
      }
    }),
  );
}

/**
 * Labels of rules that Sightline wrote do not name the scope, which their expressions carry: they
 * are known by their names. A label that names another scope counts whoever wrote the rule.
 */
function limited(
  { spec, alerts, slos }: ResolvedMonitoring,
  scope: LabelMatcher[],
): AlertSubject {
  const names = new Set(alerts.map(({ name }) => name));
  const sloIds = new Set(slos.map(({ id }) => id));
  const isOwn = ({ alertname = '', slo, entity }: Record<string, string>) =>
    entity !== undefined &&
    (names.has(alertname) ||
      (sloAlertTier(alertname) !== undefined && sloIds.has(slo)));
  return {
    spec,
    mayTell: labels =>
      scope.every(({ label, value }) => labels[label] === value) ||
      (isOwn(labels) &&
        scope.every(({ label, value }) =>
          [undefined, value].includes(labels[label]),
        )),
  };
}
