import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ResolvedMonitoring } from '../packs/types';

/** An entity of the catalog and what its annotations come to. */
export interface MonitoredEntity {
  entity: Entity;
  monitoring: ResolvedMonitoring;
}

/** All opted-in entities at one moment. */
export interface MonitoredEntities {
  entities: MonitoredEntity[];
  /**
   * `false` when the catalog could not be read to its end, or an entity not be worked out; nothing
   * may be deleted then.
   */
  complete: boolean;
  /**
   * Canonical refs of the entities that could not be worked out, in a list that was read to its
   * end; absent when there are none.
   */
  failedRefs?: string[];
}

/** Reads the catalog as Sightline sees it. */
export interface MonitoringCatalog {
  /** Every opted-in entity, with the plugin's own credentials. Never throws for one bad entity. */
  readAll(options?: { signal?: AbortSignal }): Promise<MonitoredEntities>;
  /**
   * One entity, opted in or not, as the caller may see it.
   *
   * @throws `NotFoundError` when it is not there or the caller may not see it
   */
  readOne(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<MonitoredEntity>;
}
