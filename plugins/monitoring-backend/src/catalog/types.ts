import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ResolvedMonitoring } from '../packs/types';

/** An entity of the catalog and what its annotations come to. */
export interface MonitoredEntity {
  entity: Entity;
  /** That of the only or the first environment. */
  monitoring: ResolvedMonitoring;
  /** One for each environment, in the order in which they are written; one without any. */
  environments: ResolvedMonitoring[];
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
  /**
   * Refs that those entities say to have had before: whether that counts is not known, so that
   * marks that name them are perhaps theirs.
   */
  formerRefs?: string[];
}

/**
 * Reads the catalog as Sightline sees it. What an entity comes to is the same objects while neither
 * the entity nor what it depends on changes, and nobody may change them.
 */
export interface MonitoringCatalog {
  /** Every opted-in entity, with the plugin's own credentials. Never throws for one bad entity. */
  readAll(options?: { signal?: AbortSignal }): Promise<MonitoredEntities>;
  /**
   * One entity, opted in or not, as the caller may see it. What it is called in targets is decided
   * as for all, with the plugin's own credentials.
   *
   * @throws `NotFoundError` when it is not there or the caller may not see it
   * @throws another error when the catalog does not answer
   */
  readOne(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<MonitoredEntity>;
}
