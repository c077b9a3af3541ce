import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
  SloRollupKey,
  SloRollupResponse,
  SloTrendsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { EntityAccess } from '../access';
import {
  EntityListOptions,
  ListOptions,
  SloReference,
  SloStatusService,
} from '../types';

/** Wraps another {@link SloStatusService}; answers only about entities that the caller may see. */
export class AuthorizedSloStatusService implements SloStatusService {
  readonly #inner: SloStatusService;
  readonly #access: EntityAccess;

  static create(options: {
    inner: SloStatusService;
    access: EntityAccess;
  }): AuthorizedSloStatusService {
    return new AuthorizedSloStatusService(options);
  }

  private constructor(options: {
    inner: SloStatusService;
    access: EntityAccess;
  }) {
    this.#inner = options.inner;
    this.#access = options.access;
  }

  async list(
    query: SloListQuery,
    { credentials }: ListOptions,
  ): Promise<SloListResponse> {
    const within = await this.#visible(credentials);
    return this.#inner.list(query, { credentials, within });
  }

  async rollups(
    by: SloRollupKey,
    query: SloListQuery,
    { credentials }: ListOptions,
  ): Promise<SloRollupResponse> {
    const within = await this.#visible(credentials);
    return this.#inner.rollups(by, query, { credentials, within });
  }

  async trends(
    slos: SloReference[],
    { credentials }: ListOptions,
  ): Promise<SloTrendsResponse> {
    const known = new Set(await this.#inner.entityRefs());
    const asked = slos
      .map(({ entityRef }) => entityRef)
      .filter(entityRef => known.has(entityRef));
    const within = await this.#access.visible([...new Set(asked)], {
      credentials,
    });
    return this.#inner.trends(slos, { credentials, within });
  }

  /**
   * @throws `NotFoundError` when the caller may not see the entity
   * @throws `NotAllowedError` when the caller may not see its monitoring
   */
  async listForEntity(
    entityRef: string,
    options: EntityListOptions,
  ): Promise<EntitySlosResponse> {
    await this.#access.require(entityRef, options);
    return this.#inner.listForEntity(entityRef, options);
  }

  entityRefs(): Promise<string[]> {
    return this.#inner.entityRefs();
  }

  async #visible(credentials: BackstageCredentials): Promise<Set<string>> {
    return this.#access.visible(await this.#inner.entityRefs(), {
      credentials,
    });
  }
}
