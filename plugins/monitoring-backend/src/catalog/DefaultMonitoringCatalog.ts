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
  parseMonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig } from '../config';
import { ResolvedMonitoring } from '../packs/types';
import { limitLinks } from './limitLinks';
import { limitToScope } from './limitToScope';
import { MonitoredEntities, MonitoredEntity, MonitoringCatalog } from './types';

/** Resolves what an entity asks for with the packs that are installed. */
export type MonitoringResolver = (
  parsed: Parsed<MonitoringSpec>,
) => ResolvedMonitoring | Promise<ResolvedMonitoring>;

/** Entities that carry one of our annotations; the catalog ORs the entries. */
const OPTED_IN_FILTER = MONITORING_ANNOTATIONS.map(annotation => ({
  [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
}));

/** {@link MonitoringCatalog} on the Backstage catalog. */
export class DefaultMonitoringCatalog implements MonitoringCatalog {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #config: MonitoringConfig;
  readonly #resolve: MonitoringResolver;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    config: MonitoringConfig;
    resolve: MonitoringResolver;
  }): DefaultMonitoringCatalog {
    return new DefaultMonitoringCatalog(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    config: MonitoringConfig;
    resolve: MonitoringResolver;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#config = options.config;
    this.#resolve = options.resolve;
  }

  async readAll(
    options: { signal?: AbortSignal } = {},
  ): Promise<MonitoredEntities> {
    const entities: MonitoredEntity[] = [];
    const failedRefs: string[] = [];
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      const pages = this.#catalog.streamEntities(
        { filter: OPTED_IN_FILTER },
        { credentials },
      );
      for await (const page of pages) {
        options.signal?.throwIfAborted();
        const read = await Promise.all(
          page.map(entity => this.#monitoredUnlessBroken(entity)),
        );
        read.forEach((monitored, index) => {
          if (!monitored) {
            failedRefs.push(stringifyEntityRef(page[index]));
          } else if (monitored.monitoring.spec.optedIn) {
            entities.push(monitored);
          }
        });
      }
      return failedRefs.length > 0
        ? { entities, complete: false, failedRefs }
        : { entities, complete: true };
    } catch (error) {
      this.#logger.warn(
        `The catalog could not be read whole (${
          entities.length
        } entities so far); nothing is deleted until it can: ${stringifyError(
          error,
        )}`,
      );
      return { entities, complete: false };
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
    return this.#monitored(entity);
  }

  /** An entity that nobody foresaw stops no other; the list is then not complete. */
  async #monitoredUnlessBroken(
    entity: Entity,
  ): Promise<MonitoredEntity | undefined> {
    try {
      return await this.#monitored(entity);
    } catch (error) {
      this.#logger.error(
        `What ${stringifyEntityRef(
          entity,
        )} asks for could not be worked out; what it has is kept: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }

  async #monitored(entity: Entity): Promise<MonitoredEntity> {
    const parsed = parseMonitoringSpec(entity, {
      defaultSelector: this.#config.defaultSelector,
      defaultWindow: this.#config.slo.defaultWindow,
      knownPrometheus: this.#config.prometheus.map(({ id }) => id),
      knownChannels: this.#config.notifications.channels.map(
        ({ name }) => name,
      ),
      knownGrafana: this.#config.grafana.map(({ id }) => id),
    });
    const limited = limitLinks(
      limitToScope(parsed, entity, this.#config.prometheus),
      this.#config.grafana,
    );
    return { entity, monitoring: await this.#resolve(limited) };
  }
}
