import {
  EntitySuggestionsResponse,
  formatLabelMatchers,
  MonitoringSpec,
  PackReference,
  PackSuggestion,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { FoundProbes } from './MetricDiscovery';

function writePack({ id, options }: PackReference): string {
  const written = Object.entries(options).map(
    ([name, value]) => `${name}=${value}`,
  );
  return written.length > 0 ? `${id}(${written.join(', ')})` : id;
}

function writePacks(references: PackReference[], ...more: string[]): string {
  return [...references.map(writePack), ...more].join(', ');
}

function whatWasFound(
  { probes = [] }: MonitoringPack,
  found: readonly string[],
): string[] {
  return probes
    .filter(({ id }) => found.includes(id))
    .map(({ title, metric }) => `${title} (${metric})`);
}

/**
 * The packs that an entity does not name and its live metrics would fill. Pure.
 *
 * @param found - absent when nobody could look
 */
export function suggestPacks(
  spec: Pick<MonitoringSpec, 'packs' | 'selector'>,
  packs: readonly MonitoringPack[],
  found: FoundProbes | undefined,
): EntitySuggestionsResponse {
  const selector = formatLabelMatchers(spec.selector);
  if (!found) {
    return {
      items: [],
      selector,
      notice:
        'No Prometheus answered, so nobody knows which metrics there are. Try again in a minute',
    };
  }
  const named = new Set(spec.packs.map(({ id }) => id));
  const fitting = packs.filter(({ id }) => !named.has(id) && found.has(id));
  const items = fitting.map(
    (pack): PackSuggestion => ({
      pack: pack.id,
      title: pack.title,
      description: pack.description,
      because: whatWasFound(pack, found.get(pack.id) ?? []),
      line: writePacks(spec.packs, pack.id),
    }),
  );
  return {
    items,
    selector,
    ...(items.length > 0
      ? { line: writePacks(spec.packs, ...items.map(({ pack }) => pack)) }
      : {}),
  };
}
