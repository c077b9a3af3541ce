import {
  AlertListQuery,
  AlertListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { EntityAccess } from '../access';
import { AlertService, EntityListOptions, ListOptions } from '../types';

/**
 * Wraps another {@link AlertService}; answers only about entities that the caller may see. Alerts
 * that are no entity's are left out, because nobody can be asked who may see them.
 */
export class AuthorizedAlertService implements AlertService {
  readonly #inner: AlertService;
  readonly #access: EntityAccess;

  static create(options: {
    inner: AlertService;
    access: EntityAccess;
  }): AuthorizedAlertService {
    return new AuthorizedAlertService(options);
  }

  private constructor(options: { inner: AlertService; access: EntityAccess }) {
    this.#inner = options.inner;
    this.#access = options.access;
  }

  async list(
    query: AlertListQuery,
    { credentials }: ListOptions,
  ): Promise<AlertListResponse> {
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
  ): Promise<AlertListResponse> {
    await this.#access.require(entityRef, options);
    return this.#inner.listForEntity(entityRef, options);
  }

  entityRefs(): Promise<string[]> {
    return this.#inner.entityRefs();
  }
}
