import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../catalog';
import { readMonitoringConfig } from '../config';
import { httpPack, PackRegistry, resolveMonitoring } from '../packs';
import { Reconciler } from './Reconciler';
import { MemoryStore, MemoryTarget } from './testing/builders';

const DAY = 86_400_000;
const registry = PackRegistry.create(httpPack);

function anEntity(
  name: string,
  annotations: Record<string, string> = {},
): MonitoredEntity {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9% 30d',
        ...annotations,
      },
    },
    spec: {},
  };
  const parsed = parseMonitoringSpec(entity, {
    // eslint-disable-next-line no-template-curly-in-string
    defaultSelector: 'service="${{ name }}"',
    defaultWindow: { type: 'rolling', duration: 2_592_000 },
  });
  return { entity, monitoring: resolveMonitoring(parsed, registry) };
}

function setUp(provisioning: object = {}) {
  const grafana = new MemoryTarget('grafana:default');
  const files = new MemoryTarget('rule-files:default');
  const store = new MemoryStore();
  const state = {
    entities: [anEntity('ingestor')],
    complete: true,
    now: new Date('2026-11-24T12:00:00Z'),
  };
  const reconciler = Reconciler.create({
    config: readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          grafana: [{ id: 'default', url: 'http://grafana' }],
          provisioning: {
            ruleFiles: { directory: '/rules' },
            prune: { maxShare: 1 },
            ...provisioning,
          },
        },
      }),
    ),
    catalog: {
      readAll: async () => state,
      readOne: async () => state.entities[0],
    },
    targets: () => [grafana, files],
    store,
    logger: mockServices.logger.mock(),
    now: () => state.now,
  });
  const run = () => reconciler.run({ trigger: 'manual' });
  return { grafana, files, store, state, run };
}

describe('Reconciler', () => {
  it('makes the targets hold what the catalog asks for', async () => {
    const { grafana, files, store, run } = setUp();
    const record = await run();
    expect(record.errors).toEqual([]);
    expect(record.counts).toMatchObject({ created: 4, failed: 0 });
    expect([...grafana.objects.values()].map(({ kind }) => kind)).toEqual([
      'folder',
      'dashboard',
    ]);
    expect([...files.objects.values()].map(({ kind }) => kind)).toEqual([
      'alert-rule-group',
      'slo-rule-group',
    ]);
    expect(files.commits).toBe(1);
    const [object] = await store.listObjects({
      entityRef: 'component:default/ingestor',
    });
    expect(object).toMatchObject({
      state: 'in-sync',
      lastAppliedAt: '2026-11-24T12:00:00.000Z',
    });
  });

  it('writes nothing in a second run, nor after the database is lost', async () => {
    const { grafana, files, store, run } = setUp();
    await run();
    const writes = grafana.writes + files.writes;
    expect((await run()).counts).toMatchObject({ unchanged: 4, created: 0 });
    store.objects.clear();
    await run();
    expect(grafana.writes + files.writes).toBe(writes);
    expect(files.commits).toBe(1);
    expect(store.objects.size).toBe(4);
  });

  it('keeps a dashboard that a person edited, and says so', async () => {
    const { grafana, store, run } = setUp();
    await run();
    const dashboard = [...grafana.objects.values()][1];
    grafana.edit(dashboard.uid, { ...dashboard.content, title: 'By hand' });
    const record = await run();
    expect(record.counts.drifted).toBe(1);
    expect(grafana.objects.get(dashboard.uid)?.content.title).toBe('By hand');
    const stored = [...store.objects.values()].find(
      ({ uid }) => uid === dashboard.uid,
    );
    expect(stored).toMatchObject({
      state: 'drifted',
      differences: [expect.objectContaining({ path: 'title' })],
    });
  });

  it('lets one failing object stop no other', async () => {
    const { grafana, store, run } = setUp();
    grafana.failWrites = uid =>
      uid.includes('overview') ? 'Grafana is full' : undefined;
    const record = await run();
    expect(record.counts).toMatchObject({ created: 3, failed: 1 });
    expect(record.errors).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/ingestor',
        message: expect.stringContaining('Grafana is full'),
      }),
    ]);
    expect(
      [...store.objects.values()].find(({ state }) => state === 'failed'),
    ).toMatchObject({ kind: 'dashboard' });
  });

  it('lets one failing target stop no other, and remembers what it held', async () => {
    const { grafana, files, store, state, run } = setUp();
    await run();
    grafana.failList = 'Grafana does not answer';
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    const record = await run();
    expect(record.errors[0].message).toContain('Grafana does not answer');
    expect(files.objects.size).toBe(4);
    const dashboards = [...store.objects.values()].filter(
      ({ kind }) => kind === 'dashboard',
    );
    expect(dashboards.map(({ state: shown }) => shown)).toEqual([
      'failed',
      'failed',
    ]);
    expect(dashboards[0].lastAppliedAt).toBe('2026-11-24T12:00:00.000Z');
    grafana.failList = undefined;
    expect((await run()).counts).toMatchObject({ created: 1, failed: 0 });
  });

  it('deletes the objects of an entity that opted out, after the grace period', async () => {
    const { grafana, files, store, state, run } = setUp();
    await run();
    state.entities = [];
    await run();
    expect(files.objects.size).toBe(2);
    state.now = new Date(state.now.getTime() + 2 * DAY);
    state.complete = false;
    await run();
    expect(files.objects.size).toBe(2);
    state.complete = true;
    expect((await run()).counts.pruned).toBe(3);
    expect(files.objects.size).toBe(0);
    expect([...grafana.objects.values()].map(({ kind }) => kind)).toEqual([
      'folder',
    ]);
    await run();
    expect(
      [...store.objects.values()].filter(({ kind }) => kind !== 'folder'),
    ).toEqual([]);
  });

  it('only shows what it would do in plan mode', async () => {
    const { grafana, files, store, run } = setUp({ mode: 'plan' });
    await run();
    expect(grafana.writes + files.writes).toBe(0);
    expect(
      [...store.objects.values()].map(({ state: shown }) => shown),
    ).toEqual(Array(4).fill('missing'));
  });

  it('leaves out what an entity does not want provisioned', async () => {
    const { grafana, files, store, state, run } = setUp();
    state.entities = [anEntity('ingestor', { 'monitoring/provision': 'slos' })];
    await run();
    expect(grafana.objects.size).toBe(0);
    expect(files.objects.size).toBe(1);
    expect(
      [...store.objects.values()].filter(
        ({ state: shown }) => shown === 'disabled',
      ),
    ).toHaveLength(2);
  });
});
