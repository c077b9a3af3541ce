import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DefaultMonitoringCatalog } from '../../src/catalog';
import { MonitoringConfig } from '../../src/config';
import { createResolver, httpPack, PackRegistry } from '../../src/packs';
import { quietLogger } from '../lib/quietLogger';

const PAGE = 500;

/** A service as its team writes it: one dashboard, one alert group, two SLOs. */
function aService(index: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      uid: `uid-${index}`,
      etag: `etag-${index}`,
      name: `service-${index}`,
      annotations: {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9% 30d; latency p95 < 500ms 30d',
      },
    },
    spec: { owner: `group:default/team-${index % 100}` },
  };
}

/** The services of a portal, in place of the catalog's database. */
export class Fleet {
  readonly #entities: Entity[];

  constructor(size: number) {
    this.#entities = Array.from({ length: size }, (_, index) =>
      aService(index),
    );
  }

  /** Changes one service, as a new version of its catalog file does. */
  change(index: number, annotations: Record<string, string>): string {
    const { metadata, ...rest } = this.#entities[index];
    this.#entities[index] = {
      ...rest,
      metadata: {
        ...metadata,
        etag: `${metadata.etag}-changed`,
        annotations: { ...metadata.annotations, ...annotations },
      },
    };
    return stringifyEntityRef(this.#entities[index]);
  }

  catalog(config: MonitoringConfig): DefaultMonitoringCatalog {
    const entities = this.#entities;
    const catalog: Pick<CatalogService, 'streamEntities' | 'getEntityByRef'> = {
      // As the catalog does it: new objects with each read.
      async *streamEntities() {
        for (let from = 0; from < entities.length; from += PAGE) {
          yield structuredClone(entities.slice(from, from + PAGE));
        }
      },
      async getEntityByRef(ref) {
        return structuredClone(
          entities.find(entity => stringifyEntityRef(entity) === ref),
        );
      },
    };
    return DefaultMonitoringCatalog.create({
      catalog: catalog as CatalogService,
      auth: mockServices.auth(),
      logger: quietLogger,
      config,
      resolve: createResolver({
        packs: PackRegistry.create(httpPack),
        config,
        discovery: { find: async () => new Map([['http', ['prom-client']]]) },
        portalUrl: 'https://portal.example.com',
      }),
    });
  }
}
