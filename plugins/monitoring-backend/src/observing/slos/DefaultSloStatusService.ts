import {
  compareSloUrgency,
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { ListOptions, SloStatusService } from '../types';
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

  async listForEntity(entityRef: string): Promise<EntitySlosResponse> {
    const { slos, prometheusOf } = this.#poller.snapshot;
    return {
      items: slos
        .filter(slo => slo.entityRef === entityRef)
        .sort(compareSloUrgency),
      health: this.#poller.health(prometheusOf.get(entityRef)),
    };
  }

  async entityRefs(): Promise<string[]> {
    return [
      ...new Set(this.#poller.snapshot.slos.map(({ entityRef }) => entityRef)),
    ];
  }
}
