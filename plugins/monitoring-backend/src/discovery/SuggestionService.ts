import { EntitySuggestionsResponse } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { chooseEnvironment, MonitoredEntity } from '../catalog';
import { MetricDiscovery } from './MetricDiscovery';
import { suggestPacks } from './suggestPacks';

/** Names packs that an entity could opt in to. */
export interface SuggestionService {
  /**
   * Never throws when no server answers: the answer says so.
   *
   * @param options - `environment`: where to look; absent means the first
   * @throws `NotFoundError` when the entity has no such environment
   */
  suggest(
    entity: MonitoredEntity,
    options?: { environment?: string },
  ): Promise<EntitySuggestionsResponse>;
}

/** {@link SuggestionService} by an entity's live metrics. */
export class DefaultSuggestionService implements SuggestionService {
  readonly #discovery: MetricDiscovery;
  readonly #packs: { list(): MonitoringPack[] };

  static create(options: {
    discovery: MetricDiscovery;
    packs: { list(): MonitoringPack[] };
  }): DefaultSuggestionService {
    return new DefaultSuggestionService(options);
  }

  private constructor(options: {
    discovery: MetricDiscovery;
    packs: { list(): MonitoringPack[] };
  }) {
    this.#discovery = options.discovery;
    this.#packs = options.packs;
  }

  async suggest(
    entity: MonitoredEntity,
    options: { environment?: string } = {},
  ): Promise<EntitySuggestionsResponse> {
    const packs = this.#packs.list();
    const { spec } = chooseEnvironment(entity, options.environment);
    return suggestPacks(spec, packs, await this.#discovery.find(spec, packs));
  }
}
