import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { MonitoredEntity, MonitoringCatalog } from '../catalog';

/** Reads one entity as a caller may see it. */
export type EntityReader = Pick<MonitoringCatalog, 'readOne'>;

/** Wraps an {@link EntityReader}; the caller needs a permission on the entity too. */
export class AuthorizedEntityReader implements EntityReader {
  readonly #inner: EntityReader;
  readonly #permissions: PermissionsService;
  readonly #permission: ResourcePermission;

  static create(options: {
    inner: EntityReader;
    permissions: PermissionsService;
    permission: ResourcePermission;
  }): AuthorizedEntityReader {
    return new AuthorizedEntityReader(options);
  }

  private constructor(options: {
    inner: EntityReader;
    permissions: PermissionsService;
    permission: ResourcePermission;
  }) {
    this.#inner = options.inner;
    this.#permissions = options.permissions;
    this.#permission = options.permission;
  }

  /**
   * @throws `NotFoundError` when the entity is not there or the caller may not see it
   * @throws `NotAllowedError` when the caller sees the entity and lacks the permission on it
   */
  async readOne(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<MonitoredEntity> {
    const entity = await this.#inner.readOne(entityRef, options);
    if (!(await this.#isAllowed(entityRef, options))) {
      throw new NotAllowedError(
        `You may see '${entityRef}', but not ${
          this.#permission.attributes.action === 'read' ? 'see' : 'do'
        } this; it takes the permission ${this.#permission.name}`,
      );
    }
    return entity;
  }

  /** Whether the caller has the permission on an entity that he sees; `false` when nobody knows. */
  async allows(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<boolean> {
    return this.#isAllowed(entityRef, options).catch(() => false);
  }

  async #isAllowed(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: this.#permission, resourceRef: entityRef }],
      options,
    );
    return result === AuthorizeResult.ALLOW;
  }
}
