import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { monitoringReadPermission } from '@sightline/backstage-plugin-monitoring-common';
import { callerKey } from './callerKey';

/** How long an answer about a caller is used again, in milliseconds. */
const TIME_TO_LIVE = 30_000;

/** Callers remembered at once. */
const MAX_CALLERS = 500;

/** Entities asked about in one request. */
const BATCH = 500;

/** May the caller see the entity, and its monitoring? */
type Verdict = 'visible' | 'hidden' | 'forbidden';

interface Remembered {
  until: number;
  verdicts: Map<string, Verdict>;
}

function batches<T>(list: T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / BATCH) }, (_, index) =>
    list.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** Decides about which entities a caller may be told. Answers are kept for a short time. */
export class EntityAccess {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #now: () => Date;
  readonly #callers = new Map<string, Remembered>();

  static create(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    now: () => Date;
  }): EntityAccess {
    return new EntityAccess(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#now = options.now;
  }

  /** Those of the given entities about which the caller may be told. */
  async visible(
    entityRefs: string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Set<string>> {
    const verdicts = await this.#verdicts(entityRefs, options.credentials);
    return new Set(entityRefs.filter(ref => verdicts.get(ref) === 'visible'));
  }

  /**
   * @throws `NotFoundError` when the caller may not see the entity
   * @throws `NotAllowedError` when the caller may not see its monitoring
   */
  async require(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void> {
    const verdicts = await this.#verdicts([entityRef], options.credentials);
    switch (verdicts.get(entityRef)) {
      case 'visible':
        return;
      case 'forbidden':
        throw new NotAllowedError(
          `You may not see the monitoring of '${entityRef}'; it takes the permission ${monitoringReadPermission.name}`,
        );
      default:
        throw new NotFoundError(`No entity '${entityRef}' that you may see`);
    }
  }

  async #verdicts(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Verdict>> {
    const { verdicts } = this.#remembered(credentials);
    const unknown = entityRefs.filter(ref => !verdicts.has(ref));
    for (const batch of batches(unknown)) {
      for (const [ref, verdict] of await this.#decide(batch, credentials)) {
        verdicts.set(ref, verdict);
      }
    }
    return verdicts;
  }

  #remembered(credentials: BackstageCredentials): Remembered {
    const caller = callerKey(credentials);
    const now = this.#now().getTime();
    const known = this.#callers.get(caller);
    if (known && known.until > now) {
      return known;
    }
    const fresh = { until: now + TIME_TO_LIVE, verdicts: new Map() };
    this.#callers.delete(caller);
    this.#callers.set(caller, fresh);
    for (const oldest of this.#callers.keys()) {
      if (this.#callers.size <= MAX_CALLERS) {
        break;
      }
      this.#callers.delete(oldest);
    }
    return fresh;
  }

  async #decide(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<[string, Verdict][]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials },
    );
    const there = new Set(
      items.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
    );
    const canonical = (ref: string) => stringifyEntityRef(parseEntityRef(ref));
    const seen = entityRefs.filter(ref => there.has(canonical(ref)));
    const allowed = await this.#allowed(seen, credentials);
    return entityRefs.map(ref => {
      if (!there.has(canonical(ref))) {
        return [ref, 'hidden'];
      }
      return [ref, allowed.has(ref) ? 'visible' : 'forbidden'];
    });
  }

  /** Asks once for all; entity by entity only when the policy answers with conditions. */
  async #allowed(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const [general] = await this.#permissions.authorizeConditional(
      [{ permission: monitoringReadPermission }],
      { credentials },
    );
    if (general.result === AuthorizeResult.ALLOW) {
      return new Set(entityRefs);
    }
    if (general.result === AuthorizeResult.DENY || entityRefs.length === 0) {
      return new Set();
    }
    const decisions = await this.#permissions.authorize(
      entityRefs.map(resourceRef => ({
        permission: monitoringReadPermission,
        resourceRef,
      })),
      { credentials },
    );
    return new Set(
      entityRefs.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }
}
