import { SourceHealth } from '@sightline/backstage-plugin-monitoring-common';
import { Polled } from '../../hooks/usePolling';

/** Sightline's own backend, seen as a source of the screens. */
export const BACKEND_SOURCE = 'sightline';

/** Each source once; what is named first counts. */
export function distinctSources(sources: SourceHealth[]): SourceHealth[] {
  return sources.filter(
    (health, index) =>
      sources.findIndex(other => other.source === health.source) === index,
  );
}

/** Sources whose figures are not of now. */
export function failingSources(sources: SourceHealth[]): SourceHealth[] {
  return distinctSources(sources).filter(health => health.state !== 'ok');
}

/** Adds Sightline's backend when it did not answer the last time it was asked. */
export function withBackend(
  sources: SourceHealth[],
  ...asked: Polled<unknown>[]
): SourceHealth[] {
  const lost = asked.find(polled => polled.error);
  if (!lost) {
    return sources;
  }
  return [
    ...sources,
    {
      source: BACKEND_SOURCE,
      state: 'unreachable',
      lastSuccessAt:
        lost.loadedAt === undefined
          ? undefined
          : new Date(lost.loadedAt).toISOString(),
    },
  ];
}
