import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readMonitoringConfig } from '../config';
import { DefaultMonitoringCatalog } from './DefaultMonitoringCatalog';

const credentials = mockCredentials.user();

function aComponent(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { type: 'service', owner: 'team-media', lifecycle: 'production' },
  };
}

function aCatalog(catalog: CatalogService, brokenName?: string) {
  return DefaultMonitoringCatalog.create({
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    config: readMonitoringConfig(new ConfigReader({})),
    resolve: ({ value, problems }) => {
      if (value.name === brokenName) {
        throw new Error('nobody thought of this');
      }
      return {
        spec: value,
        problems,
        dashboards: [],
        alerts: [],
        slos: [],
        notifications: [],
      };
    },
  });
}

describe('DefaultMonitoringCatalog', () => {
  const entities = [
    aComponent('ingestor', { 'monitoring/packs': 'http' }),
    aComponent('gateway', { 'monitoring/slos': 'availability 99.9% 30d' }),
    aComponent('website', { 'backstage.io/techdocs-ref': 'dir:.' }),
  ];

  it('reads every entity that carries one of our annotations', async () => {
    const catalog = aCatalog(catalogServiceMock({ entities }));
    const all = await catalog.readAll();
    expect(all.complete).toBe(true);
    expect(
      all.entities.map(({ monitoring }) => monitoring.spec.entityRef).sort(),
    ).toEqual(['component:default/gateway', 'component:default/ingestor']);
  });

  it('says that the list is not complete when the catalog fails half-way', async () => {
    const failing = catalogServiceMock.mock({
      async *streamEntities() {
        yield [entities[0]];
        throw new Error('connection lost');
      },
    });
    const all = await aCatalog(failing).readAll();
    expect(all.complete).toBe(false);
    expect(all.entities).toHaveLength(1);
    expect(await aCatalog(failing, 'ingestor').readAll()).toEqual({
      entities: [],
      complete: false,
    });
  });

  it('lets one broken entity stop no other, and deletes nothing meanwhile', async () => {
    const all = await aCatalog(
      catalogServiceMock({ entities }),
      'ingestor',
    ).readAll();
    expect(all.complete).toBe(false);
    expect(all.failedRefs).toEqual(['component:default/ingestor']);
    expect(all.entities.map(({ entity }) => entity.metadata.name)).toEqual([
      'gateway',
    ]);
  });

  it('reads one entity with the credentials of the caller', async () => {
    const service = catalogServiceMock.mock();
    service.getEntityByRef.mockResolvedValue(entities[0]);
    const one = await aCatalog(service).readOne('component:default/ingestor', {
      credentials,
    });
    expect(one.monitoring.spec.packs).toEqual([{ id: 'http', options: {} }]);
    expect(service.getEntityByRef).toHaveBeenCalledWith(
      'component:default/ingestor',
      { credentials },
    );
  });

  it('answers an entity that opted in to nothing', async () => {
    const one = await aCatalog(catalogServiceMock({ entities })).readOne(
      'component:default/website',
      { credentials },
    );
    expect(one.monitoring.spec.optedIn).toBe(false);
  });

  it('does not tell a hidden entity from a missing one', async () => {
    await expect(
      aCatalog(catalogServiceMock({ entities })).readOne(
        'component:default/nowhere',
        { credentials },
      ),
    ).rejects.toThrow("No entity 'component:default/nowhere' that you may see");
  });
});
