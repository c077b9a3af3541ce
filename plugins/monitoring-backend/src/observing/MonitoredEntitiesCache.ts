import { MonitoredEntity, MonitoringCatalog } from '../catalog';

/** How long one reading of the catalog serves, in milliseconds. */
const TIME_TO_LIVE = 30_000;

/**
 * The opted-in entities for the pollers. A reading that did not come to its end replaces none, and
 * an entity that cannot be worked out stays as it was: an SLO must not vanish because the catalog
 * stumbled.
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
    const { entities, complete, failedRefs } = await this.#catalog.readAll(
      options,
    );
    if (!complete && !failedRefs) {
      return this.#entities ?? entities;
    }
    const failed = new Set(failedRefs);
    const kept = (this.#entities ?? []).filter(({ monitoring }) =>
      failed.has(monitoring.spec.entityRef),
    );
    this.#entities = [...entities, ...kept];
    // A catalog that has only just started is empty for a moment, not for half a minute.
    this.#readAt =
      this.#entities.length > 0 ? this.#now().getTime() : -Infinity;
    return this.#entities;
  }
}
