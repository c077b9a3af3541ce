import { MonitoredEntity, MonitoringCatalog } from '../catalog';

/** How long one reading of the catalog serves, in milliseconds. */
const TIME_TO_LIVE = 30_000;

/**
 * The opted-in entities for the pollers. A reading that is not complete does not replace a
 * complete one: an SLO must not vanish because the catalog stumbled.
 */
export class MonitoredEntitiesCache {
  readonly #catalog: MonitoringCatalog;
  readonly #now: () => Date;
  #entities?: MonitoredEntity[];
  #readAt = -Infinity;
  #reading?: Promise<MonitoredEntity[]>;

  static create(options: {
    catalog: MonitoringCatalog;
    now: () => Date;
  }): MonitoredEntitiesCache {
    return new MonitoredEntitiesCache(options);
  }

  private constructor(options: {
    catalog: MonitoringCatalog;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#now = options.now;
  }

  async list(options: { signal?: AbortSignal }): Promise<MonitoredEntity[]> {
    if (this.#entities && this.#now().getTime() - this.#readAt < TIME_TO_LIVE) {
      return this.#entities;
    }
    this.#reading ??= this.#read(options).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(options: { signal?: AbortSignal }): Promise<MonitoredEntity[]> {
    const { entities, complete } = await this.#catalog.readAll(options);
    if (!complete) {
      return this.#entities ?? entities;
    }
    this.#entities = entities;
    // A catalog that has only just started is empty for a moment, not for half a minute.
    this.#readAt = entities.length > 0 ? this.#now().getTime() : -Infinity;
    return entities;
  }
}
