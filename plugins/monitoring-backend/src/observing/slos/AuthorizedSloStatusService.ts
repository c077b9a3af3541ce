import {
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { EntityAccess } from '../access';
import { EntityListOptions, ListOptions, SloStatusService } from '../types';

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
    const within = await this.#access.visible(await this.#inner.entityRefs(), {
      credentials,
    });
    return this.#inner.list(query, { credentials, within });
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
}
