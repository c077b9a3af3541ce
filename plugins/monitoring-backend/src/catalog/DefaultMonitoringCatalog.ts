import {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError, stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  MONITORING_ANNOTATIONS,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig } from '../config';
import { AnnotationReader } from './AnnotationReader';
import { EntityCollector } from './EntityCollector';
import { EnvironmentResolver, MonitoringResolver } from './EnvironmentResolver';
import { FormerNames } from './FormerNames';
import { MonitoredEntities, MonitoredEntity, MonitoringCatalog } from './types';

/** Entities that carry one of our annotations; the catalog ORs the entries. */
const OPTED_IN_FILTER = MONITORING_ANNOTATIONS.map(annotation => ({
  [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
}));

/** What {@link DefaultMonitoringCatalog} is made of. */
export interface MonitoringCatalogOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  config: MonitoringConfig;
  resolve: MonitoringResolver;
}

/** {@link MonitoringCatalog} on the Backstage catalog. */
export class DefaultMonitoringCatalog implements MonitoringCatalog {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #annotations: AnnotationReader;
  readonly #formerNames: FormerNames;
  readonly #environments: EnvironmentResolver;

  static create(options: MonitoringCatalogOptions): DefaultMonitoringCatalog {
    return new DefaultMonitoringCatalog(options);
  }

  private constructor(options: MonitoringCatalogOptions) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#annotations = AnnotationReader.fromConfig(options.config);
    this.#formerNames = FormerNames.create(options);
    this.#environments = EnvironmentResolver.create(options);
  }

  async readAll(
    options: { signal?: AbortSignal } = {},
  ): Promise<MonitoredEntities> {
    const found = EntityCollector.create({ logger: this.#logger });
    try {
      await this.#collect(found, options.signal);
      return found.whole();
    } catch (error) {
      const part = found.part();
      this.#logger.warn(
        `The catalog could not be read whole (${
          part.entities.length
        } entities so far); nothing is deleted until it can: ${stringifyError(
          error,
        )}`,
      );
      return part;
    }
  }

  async readOne(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<MonitoredEntity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' that you may see`);
    }
    const parsed = this.#annotations.read(entity);
    return this.#environments.resolve(
      entity,
      await this.#formerNames.settle(parsed),
    );
  }

  /** Who claims a former name is known at the end of the list, so those entities come last. */
  async #collect(
    found: EntityCollector,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const seen = new Set<string>();
    const claims = new Map<Entity, Parsed<MonitoringSpec>>();
    const pages = this.#catalog.streamEntities(
      { filter: OPTED_IN_FILTER },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal?.throwIfAborted();
      await found.add(page, async entity => {
        const parsed = this.#annotations.read(entity);
        seen.add(stringifyEntityRef(entity));
        if (parsed.value.renamedFrom === undefined) {
          return this.#environments.resolve(entity, parsed);
        }
        claims.set(entity, parsed);
        return undefined;
      });
    }
    if (claims.size > 0) {
      const settling = this.#formerNames.settleAll([...claims.values()]);
      // Awaited for each: when the catalog does not answer, these are not worked out.
      await found.add([...claims.keys()], async (entity, index) =>
        this.#environments.resolve(entity, (await settling)[index]),
      );
    }
    this.#annotations.retain(seen);
  }
}
