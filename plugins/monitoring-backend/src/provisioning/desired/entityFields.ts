import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';

/** What the objects of an entity say of whose they are. */
export function entityFields({
  entityRef,
  environment,
  renamedFrom,
}: Pick<MonitoringSpec, 'entityRef' | 'environment' | 'renamedFrom'>) {
  return {
    entityRef,
    ...(environment ? { environment } : {}),
    ...(renamedFrom ? { formerEntityRef: renamedFrom } : {}),
  };
}

/** `ingestor · alerts`, `ingestor · stage · alerts`. */
export function objectTitle(
  { title, environment }: Pick<MonitoringSpec, 'title' | 'environment'>,
  what: string,
): string {
  return [title, environment, what].filter(Boolean).join(' · ');
}
