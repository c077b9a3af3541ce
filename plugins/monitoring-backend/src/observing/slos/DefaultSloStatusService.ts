import {
  compareSloUrgency,
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { EntityListOptions, ListOptions, SloStatusService } from '../types';
import { listSlos } from './listSlos';
import { SloPoller } from './SloPoller';

/** {@link SloStatusService} on the snapshot of a poller. Asks nobody for permission. */
export class DefaultSloStatusService implements SloStatusService {
  readonly #poller: SloPoller;

  static create(options: { poller: SloPoller }): DefaultSloStatusService {
    return new DefaultSloStatusService(options.poller);
  }

  private constructor(poller: SloPoller) {
    this.#poller = poller;
  }

  async list(
    query: SloListQuery,
    { within }: ListOptions,
  ): Promise<SloListResponse> {
    const slos = this.#poller.snapshot.slos.filter(
      ({ entityRef }) => !within || within.has(entityRef),
    );
    return { ...listSlos(slos, query), health: this.#poller.health() };
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
