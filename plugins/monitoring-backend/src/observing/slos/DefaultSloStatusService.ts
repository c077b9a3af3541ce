import {
  compareSloUrgency,
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
  SloRollupKey,
  SloRollupResponse,
  sloRollups,
  SloStatus,
  SloTrendsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  EntityListOptions,
  ListOptions,
  SloReference,
  SloStatusService,
} from '../types';
import { listSlos, matchesSlo } from './listSlos';
import { sloKey } from './sloKey';
import { SloPoller } from './SloPoller';
import { SloTrends } from './SloTrends';

/** {@link SloStatusService} on the snapshot of a poller. Asks nobody for permission. */
export class DefaultSloStatusService implements SloStatusService {
  readonly #poller: SloPoller;
  readonly #trends: SloTrends;

  static create(options: {
    poller: SloPoller;
    trends: SloTrends;
  }): DefaultSloStatusService {
    return new DefaultSloStatusService(options);
  }

  private constructor(options: { poller: SloPoller; trends: SloTrends }) {
    this.#poller = options.poller;
    this.#trends = options.trends;
  }

  async list(
    query: SloListQuery,
    { within }: ListOptions,
  ): Promise<SloListResponse> {
    return {
      ...listSlos(this.#within(within), query),
      health: this.#poller.health(),
    };
  }

  async rollups(
    by: SloRollupKey,
    query: SloListQuery,
    { within }: ListOptions,
  ): Promise<SloRollupResponse> {
    const { state } = query;
    const slos = this.#within(within).filter(
      slo => matchesSlo(slo, query) && (!state || state.includes(slo.state)),
    );
    return { items: sloRollups(slos, by), health: this.#poller.health() };
  }

  async trends(
    slos: SloReference[],
    { within }: ListOptions,
  ): Promise<SloTrendsResponse> {
    const { definitions } = this.#poller.snapshot;
    const known = slos
      .filter(({ entityRef }) => !within || within.has(entityRef))
      .flatMap(slo => definitions.get(sloKey(slo)) ?? []);
    return { items: await this.#trends.read(known) };
  }

  #within(within: ReadonlySet<string> | undefined): SloStatus[] {
    return this.#poller.snapshot.slos.filter(
      ({ entityRef }) => !within || within.has(entityRef),
    );
  }

  async listForEntity(
    entityRef: string,
    { environment }: Pick<EntityListOptions, 'environment'> = {},
  ): Promise<EntitySlosResponse> {
    const { slos, serversOf } = this.#poller.snapshot;
    const isMeant = (one: { environment?: string }) =>
      !environment || one.environment === environment;
    const servers = serversOf.get(entityRef)?.filter(isMeant);
    return {
      items: slos
        .filter(slo => slo.entityRef === entityRef && isMeant(slo))
        .sort(compareSloUrgency),
      health: this.#poller.health(servers?.map(({ prometheus }) => prometheus)),
    };
  }

  async entityRefs(): Promise<string[]> {
    return [
      ...new Set(this.#poller.snapshot.slos.map(({ entityRef }) => entityRef)),
    ];
  }
}
