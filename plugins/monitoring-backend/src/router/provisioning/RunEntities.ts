import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EntityAccess } from '../../observing';
import { isSharedOwner } from '../../provisioning';

/** Entities asked about in one request. */
const BATCH = 500;

/** Who asks, and whether he may decide about deletions. */
export interface RunReader {
  credentials: BackstageCredentials;
  mayManage: boolean;
}

/**
 * Decides of which entities in a run a caller may be told: of those that he may see, of what all
 * share, and, when he may decide about deletions, of those that are gone from the catalog, whose
 * objects are what is deleted.
 */
export class RunEntities {
  readonly #access: Pick<EntityAccess, 'visible'>;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  static create(options: {
    access: Pick<EntityAccess, 'visible'>;
    catalog: CatalogService;
    auth: AuthService;
  }): RunEntities {
    return new RunEntities(options);
  }

  private constructor(options: {
    access: Pick<EntityAccess, 'visible'>;
    catalog: CatalogService;
    auth: AuthService;
  }) {
    this.#access = options.access;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** Those of the given refs of which the caller may be told. */
  async told(entityRefs: string[], reader: RunReader): Promise<Set<string>> {
    const distinct = [...new Set(entityRefs)];
    const shared = distinct.filter(isShared);
    const entities = distinct.filter(ref => !isShared(ref) && isEntity(ref));
    const visible = await this.#access.visible(entities, reader);
    const hidden = entities.filter(ref => !visible.has(ref));
    const gone = reader.mayManage ? await this.#gone(hidden) : [];
    return new Set([...shared, ...visible, ...gone]);
  }

  /** Those that nobody can see, since they are not there. */
  async #gone(entityRefs: string[]): Promise<string[]> {
    const gone: string[] = [];
    for (let start = 0; start < entityRefs.length; start += BATCH) {
      const batch = entityRefs.slice(start, start + BATCH);
      const credentials = await this.#auth.getOwnServiceCredentials();
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: batch,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      const there = new Set(
        items.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
      );
      gone.push(...batch.filter(ref => !there.has(ref)));
    }
    return gone;
  }
}

/** What all entities share belongs to no entity, or to nobody at all. */
function isShared(ref: string): boolean {
  return ref === '' || isSharedOwner(ref);
}

function isEntity(ref: string): boolean {
  try {
    return stringifyEntityRef(parseEntityRef(ref)) === ref;
  } catch {
    return false;
  }
}
