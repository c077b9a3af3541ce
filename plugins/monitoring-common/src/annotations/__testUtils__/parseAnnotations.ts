import { Entity } from '@backstage/catalog-model';
import {
  parseMonitoringSpec,
  ParseMonitoringSpecOptions,
} from '../parseMonitoringSpec';

/** 30 days. */
export const MONTH = { type: 'rolling', duration: 2_592_000 } as const;

export const OPTIONS: ParseMonitoringSpecOptions = {
  // eslint-disable-next-line no-template-curly-in-string
  defaultSelector: 'service="${{ name }}"',
  defaultWindow: MONTH,
  knownPrometheus: ['default', 'eu-west'],
  knownGrafana: ['default'],
};

/** The component `ingestor` with these annotations. */
export function anEntity(
  annotations: Record<string, string>,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor', annotations },
    spec: { type: 'service', owner: 'team-media', system: 'media-platform' },
    ...more,
  };
}

/** Parses the annotations of {@link anEntity}. */
export function parseAnnotations(
  annotations: Record<string, string>,
  more?: Partial<Entity>,
) {
  return parseMonitoringSpec(anEntity(annotations, more), OPTIONS);
}
