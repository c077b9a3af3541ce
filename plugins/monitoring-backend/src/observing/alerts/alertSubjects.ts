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
  /** Id of the Prometheus that it uses; absent when none is configured. */
  instance?: string;
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
      const subject = { spec, instance: instance?.id };
      if (!instance || instance.scope.length === 0) {
        return { ...subject, mayTell: () => true };
      }
      try {
        const scope = scopeMatchers(instance, entity);
        return { ...subject, mayTell: limitedTo(scope, monitoring) };
      } catch {
        // It lacks what its scope is made of, which its annotations' problems say.
        return { ...subject, mayTell: () => false };
      }
    }),
  );
}

/**
 * Labels of rules that Sightline wrote do not name the scope, which their expressions carry: they
 * are known by their names. A label that names another scope counts whoever wrote the rule.
 */
function limitedTo(
  scope: LabelMatcher[],
  { alerts, slos }: ResolvedMonitoring,
): AlertSubject['mayTell'] {
  const names = new Set(alerts.map(({ name }) => name));
  const sloIds = new Set(slos.map(({ id }) => id));
  const isOwn = ({ alertname = '', slo, entity }: Record<string, string>) =>
    entity !== undefined &&
    (names.has(alertname) ||
      (sloAlertTier(alertname) !== undefined && sloIds.has(slo)));
  return labels =>
    scope.every(({ label, value }) => labels[label] === value) ||
    (isOwn(labels) &&
      scope.every(({ label, value }) =>
        [undefined, value].includes(labels[label]),
      ));
}
