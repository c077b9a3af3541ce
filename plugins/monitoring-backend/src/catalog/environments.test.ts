import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readMonitoringConfig } from '../config';
import { createResolver, httpPack, PackRegistry } from '../packs';
import { DefaultMonitoringCatalog } from './DefaultMonitoringCatalog';

const credentials = mockCredentials.user();
const FOUND = new Map([['http', ['prom-client']]]);

function aComponent(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      etag: `etag-${name}`,
      annotations: {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9% 30d',
        ...annotations,
      },
    },
    spec: { type: 'service', owner: 'team-media', lifecycle: 'production' },
  };
}

/** The catalog of a portal with the pack `http` and a scope by namespace. */
function setUp(
  entities: Entity[],
  catalog: CatalogService = catalogServiceMock({ entities }),
) {
  const state = { found: FOUND };
  const config = readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [
          {
            id: 'default',
            url: 'http://prometheus',
            scope: [{ label: 'namespace', from: 'metadata.namespace' }],
          },
          { id: 'eu', url: 'http://eu' },
        ],
        grafana: [{ id: 'default', url: 'http://grafana' }],
      },
    }),
  );
  const logger = mockServices.logger.mock();
  const monitoring = DefaultMonitoringCatalog.create({
    catalog,
    auth: mockServices.auth(),
    logger,
    config,
    resolve: createResolver({
      packs: PackRegistry.create(httpPack),
      config,
      discovery: { find: async () => state.found },
      portalUrl: 'https://portal.example.com',
    }),
  });
  const one = (name: string) =>
    monitoring.readOne(`component:default/${name}`, { credentials });
  return { monitoring, one, state, logger, catalog };
}

describe('environments of an entity', () => {
  const ENVIRONMENTS = {
    'monitoring/environments':
      'prod(selector: env="prod"), stage(selector: env="stage", prometheus: eu)',
  };

  it('have their own selector and server, within the scope of that server', async () => {
    const { monitoring, environments } = await setUp([
      aComponent('a', {
        'monitoring/selector': 'job="a", env="prod"',
        'monitoring/environments':
          'prod, other(selector: namespace="secret"), stage(selector: env="stage", prometheus: eu)',
      }),
    ]).one('a');
    expect(environments[0]).toBe(monitoring);
    expect(
      environments.map(({ slos, spec }) => [
        spec.environment,
        spec.prometheus,
        slos[0].selector,
      ]),
    ).toEqual([
      ['prod', undefined, 'namespace="default", job="a", env="prod"'],
      [
        'other',
        undefined,
        'namespace="default", job="a", env="prod", namespace="secret"',
      ],
      ['stage', 'eu', 'job="a", env="stage"'],
    ]);
  });

  it('share no name of anything that is made, and say which they are', async () => {
    const { environments } = await setUp([aComponent('a', ENVIRONMENTS)]).one(
      'a',
    );
    const [prod, stage] = environments;
    expect(prod.dashboards[0]).toMatchObject({
      key: 'component:default/a|dashboard|http/overview@prod',
      title: 'a · HTTP · prod',
      model: {
        title: 'a · HTTP · prod',
        uid: prod.dashboards[0].uid,
        links: [
          {
            url: 'https://portal.example.com/catalog/default/component/a/monitoring?environment=prod',
          },
        ],
      },
    });
    expect(stage.dashboards[0].uid).not.toBe(prod.dashboards[0].uid);
    expect(stage.alerts[0].name).toBe(prod.alerts[0].name);
    expect(stage.alerts[0].summary).toMatch(/ \(stage\)$/);
    expect(stage.alerts[0].dashboard?.uid).toBe(stage.dashboards[0].uid);
    expect(stage.slos[0]).toMatchObject({
      id: 'availability--stage',
      title: 'Availability · stage',
      environment: 'stage',
    });
  });

  it('say together what is wrong with the annotations', async () => {
    const { environments } = await setUp([
      aComponent('a', { ...ENVIRONMENTS, 'monitoring/alerts': 'None: off' }),
    ]).one('a');
    const messages = environments.map(({ problems }) =>
      problems.map(({ message }) => message),
    );
    expect(messages[0]).toEqual(messages[1]);
    expect(messages[0]).toEqual([
      expect.stringMatching(/^No pack of this entity has an alert 'None'/),
    ]);
  });

  it('are kept as they were while one of them is not understood', async () => {
    const { environments } = await setUp([
      aComponent('a', {
        'monitoring/environments': 'prod(selector: env="prod"), stage(env)',
      }),
    ]).one('a');
    expect(environments.map(({ spec }) => spec.environment)).toEqual(['prod']);
    expect(environments[0].incomplete).toBe(
      'What monitoring/environments says cannot be used',
    );
  });

  it('are not taken for one when none of them is understood', async () => {
    const { environments } = await setUp([
      aComponent('a', { 'monitoring/environments': 'Prod(env="prod")' }),
    ]).one('a');
    expect(environments).toEqual([
      expect.objectContaining({
        dashboards: [],
        alerts: [],
        slos: [],
        incomplete: expect.any(String),
      }),
    ]);
  });
});

describe('an entity that was renamed', () => {
  const RENAMED = { 'monitoring/renamed-from': 'component:default/old' };

  async function identities(...entities: Entity[]) {
    const { monitoring, one } = setUp(entities);
    const all = await monitoring.readAll();
    expect(all.complete).toBe(true);
    for (const { entity, monitoring: ofAll } of all.entities) {
      const alone = await one(entity.metadata.name);
      expect(alone.monitoring.spec).toEqual(ofAll.spec);
      expect(alone.monitoring.problems).toEqual(ofAll.problems);
    }
    return Object.fromEntries(
      all.entities.map(({ entity, monitoring: { spec, dashboards } }) => [
        entity.metadata.name,
        { from: spec.renamedFrom, key: dashboards[0].key },
      ]),
    );
  }

  it('keeps the names of its objects while nobody has its former one', async () => {
    expect(await identities(aComponent('new', RENAMED))).toEqual({
      new: {
        from: 'component:default/old',
        key: 'component:default/old|dashboard|http/overview',
      },
    });
  });

  it('counts as new while the former name is an entity’s', async () => {
    expect(
      await identities(aComponent('new', RENAMED), aComponent('old')),
    ).toEqual({
      new: {
        from: undefined,
        key: 'component:default/new|dashboard|http/overview',
      },
      old: {
        from: undefined,
        key: 'component:default/old|dashboard|http/overview',
      },
    });
  });

  it('yields to another that claims the same name and comes first', async () => {
    const found = await identities(
      aComponent('newer', RENAMED),
      aComponent('new', RENAMED),
    );
    expect(found.new.from).toBe('component:default/old');
    expect(found.newer.from).toBeUndefined();
  });

  it('does not take over what its former name took over', async () => {
    const found = await identities(
      aComponent('newest', {
        'monitoring/renamed-from': 'component:default/new',
      }),
    );
    expect(found.newest.key).toBe(
      'component:default/new|dashboard|http/overview',
    );
  });

  it('is left alone while the catalog does not say who has its former name', async () => {
    const entities = [aComponent('new', RENAMED), aComponent('other')];
    const { monitoring } = setUp(
      entities,
      catalogServiceMock.mock({
        async *streamEntities() {
          yield entities;
        },
        getEntitiesByRefs: async () => {
          throw new Error('connection lost');
        },
      }),
    );
    const all = await monitoring.readAll();
    expect(all.entities.map(({ entity }) => entity.metadata.name)).toEqual([
      'other',
    ]);
    expect(all).toMatchObject({
      complete: false,
      failedRefs: ['component:default/new'],
      formerRefs: ['component:default/old'],
    });
  });
});

describe('what was resolved', () => {
  it('is the same for all readers while nothing changes', async () => {
    const entities = [
      aComponent('a', { 'monitoring/environments': 'prod, stage' }),
      aComponent('new', { 'monitoring/renamed-from': 'component:default/old' }),
    ];
    const { monitoring, one, state } = setUp(entities);
    const first = await monitoring.readAll();
    const again = await monitoring.readAll();
    expect(again.entities.map(({ environments }) => environments)).toEqual(
      first.entities.map(({ environments }) => environments),
    );
    again.entities.forEach(({ environments }, index) =>
      expect(environments).toBe(first.entities[index].environments),
    );
    expect((await one('new')).monitoring).toBe(first.entities[1].monitoring);

    state.found = new Map([['http', ['opentelemetry']]]);
    expect((await one('a')).monitoring).not.toBe(first.entities[0].monitoring);
  });

  it('is worked out anew when the entity changes', async () => {
    const entities = [aComponent('a')];
    const service = catalogServiceMock.mock();
    service.getEntityByRef.mockImplementation(async () => entities[0]);
    const { one } = setUp(entities, service);
    const before = await one('a');
    entities[0] = {
      ...aComponent('a', { 'monitoring/slos': 'availability 99% 7d' }),
    };
    entities[0].metadata.etag = 'another';
    const after = await one('a');
    expect(before.monitoring.slos[0].objective).toBe('0.999');
    expect(after.monitoring.slos[0].objective).toBe('0.99');
  });

  it('of 2,000 entities costs next to nothing the second time', async () => {
    const entities = Array.from({ length: 2_000 }, (_, index) =>
      aComponent(`service-${index}`),
    );
    const { monitoring } = setUp(
      entities,
      catalogServiceMock.mock({
        async *streamEntities() {
          yield entities;
        },
      }),
    );
    // Of the processor, which others on the machine do not take away, in microseconds.
    const costOf = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      const before = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      return [result, user + system];
    };
    const [first, atFirst] = await costOf(() => monitoring.readAll());
    const [second, again] = await costOf(() => monitoring.readAll());
    expect(again).toBeLessThan(atFirst / 4);
    expect(second.entities).toHaveLength(2_000);
    second.entities.forEach((one, index) => {
      expect(one.monitoring).toBe(first.entities[index].monitoring);
    });
  });
});
