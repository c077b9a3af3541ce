import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ObservingService } from './ObservingService';
import { aService, anSlo, inEnvironments } from './__testUtils__/builders';
import { FakePrometheus } from './__testUtils__/FakePrometheus';

const credentials = mockCredentials.user();
const settle = () => new Promise(resolve => setImmediate(resolve));

async function setUp() {
  const mine = inEnvironments(
    ...['prod', 'stage'].map(environment =>
      aService('mine', {
        environment,
        slos: [
          anSlo('mine', { id: `availability--${environment}`, environment }),
        ],
      }),
    ),
  );
  const theirs = aService('theirs', { slos: [anSlo('theirs')] });
  const prometheus = new FakePrometheus('default');
  const labels: Record<string, string>[] = [
    { entity: 'mine', slo: 'availability--stage', environment: 'stage' },
    { entity: 'theirs', slo: 'availability' },
    { entity: 'nobody', slo: 'availability' },
  ];
  prometheus.activeAlerts = labels.map(({ entity, ...others }) => ({
    state: 'firing',
    activeAt: '2026-11-23T14:01:00Z',
    value: 1,
    annotations: {},
    labels: {
      alertname: 'SloBurnRateFast',
      entity: `component:default/${entity}`,
      severity: 'critical',
      ...others,
    },
  }));
  const observing = ObservingService.create({
    config: { alertsInterval: 15_000, slosInterval: 60_000 },
    scopes: [{ id: 'default', scope: [] }],
    monitoring: {
      readAll: async () => ({ entities: [mine, theirs], complete: true }),
      readOne: () => Promise.reject(new Error('not used')),
    },
    prometheus: [prometheus],
    alertmanager: [],
    auth: mockServices.auth(),
    // The catalog shows the caller one of the two.
    catalog: catalogServiceMock({ entities: [mine.entity] }),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [{ result: 'ALLOW' as any }],
    }),
    logger: mockServices.logger.mock(),
    schedule: () => () => {},
  });
  observing.start();
  for (let turn = 0; turn < 20; turn += 1) {
    await settle();
  }
  return { observing, prometheus };
}

describe('ObservingService', () => {
  it('lists only SLOs and alerts of entities that the caller may see', async () => {
    const { observing } = await setUp();
    const slos = await observing.slos.list({}, { credentials });
    expect(slos.items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/mine',
      'component:default/mine',
    ]);
    expect(slos.totalItems).toBe(2);
    expect(slos.counts['no-data']).toBe(2);
    const alerts = await observing.alerts.list({}, { credentials });
    expect(alerts.items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/mine',
    ]);
    await observing.stop();
  });

  it('rolls up, and draws trends of, only what the caller may see', async () => {
    const { observing, prometheus } = await setUp();
    const { items } = await observing.slos.rollups(
      'owner',
      {},
      { credentials },
    );
    expect(items).toEqual([
      expect.objectContaining({ total: 2, worst: 'no-data' }),
    ]);
    const none = await observing.slos.rollups(
      'owner',
      { state: ['ok'] },
      { credentials },
    );
    expect(none.items).toEqual([]);
    const range = jest.spyOn(prometheus, 'queryRange');
    const trends = await observing.slos.trends(
      [
        { entityRef: 'component:default/mine', id: 'availability--prod' },
        { entityRef: 'component:default/mine', id: 'nothing' },
        { entityRef: 'component:default/theirs', id: 'availability' },
        { entityRef: 'component:default/gone', id: 'availability' },
      ],
      { credentials },
    );
    expect(trends.items.map(({ entityRef, id }) => [entityRef, id])).toEqual([
      ['component:default/mine', 'availability--prod'],
    ]);
    // What is recorded, and then the raw series of the one that may be seen.
    expect(range).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(range.mock.calls)).not.toContain('theirs');
    await observing.stop();
  });

  it('answers about one entity only to who may see it', async () => {
    const { observing } = await setUp();
    const options = { credentials };
    const mine = 'component:default/mine';
    const theirs = 'component:default/theirs';
    expect(
      (await observing.slos.listForEntity(mine, options)).items,
    ).toHaveLength(2);
    expect(
      (await observing.alerts.listForEntity(mine, options)).items,
    ).toHaveLength(1);
    await expect(observing.slos.listForEntity(theirs, options)).rejects.toThrow(
      'No entity',
    );
    await expect(
      observing.alerts.listForEntity(theirs, options),
    ).rejects.toThrow('No entity');
    await observing.stop();
  });

  it('knows what fires of an entity that the catalog has no more', async () => {
    const { observing } = await setUp();
    const nobody = 'component:default/nobody';
    expect(observing.firingAlerts(nobody, 'slo-rule-group')).toEqual([
      'SloBurnRateFast',
    ]);
    expect(observing.firingAlerts(nobody, 'alert-rule-group')).toEqual([]);
    await observing.stop();
  });

  it('answers about one environment of an entity', async () => {
    const { observing } = await setUp();
    const ref = 'component:default/mine';
    const of = async (environment: string) => {
      const options = { credentials, environment };
      const slos = await observing.slos.listForEntity(ref, options);
      const alerts = await observing.alerts.listForEntity(ref, options);
      return {
        slos: slos.items.map(({ id }) => id),
        servers: slos.health.length,
        alerts: alerts.items.map(alert => [alert.sloId, alert.environment]),
      };
    };
    expect(await of('prod')).toEqual({
      slos: ['availability--prod'],
      servers: 1,
      alerts: [],
    });
    expect(await of('stage')).toEqual({
      slos: ['availability--stage'],
      servers: 1,
      alerts: [['availability--stage', 'stage']],
    });
    await observing.stop();
  });

  it('costs the sources nothing when screens ask', async () => {
    const { observing, prometheus } = await setUp();
    const before = prometheus.queries.length;
    for (let page = 0; page < 50; page += 1) {
      await observing.slos.list({}, { credentials });
    }
    expect(prometheus.queries).toHaveLength(before);
    await observing.stop();
  });
});
