import {
  RunningStandIn,
  STAND_IN_TOKENS,
  startGrafanaStandIn,
} from '@sightline/grafana-stand-in';
import { GrafanaTarget } from '../targets';
import { anEntity, setUpReconciler } from './__testUtils__/setUpReconciler';

describe('dashboards and alerts in a Grafana', () => {
  let standIn: RunningStandIn;
  let requests: string[];

  beforeEach(async () => {
    requests = [];
    standIn = await startGrafanaStandIn({
      port: 0,
      prometheusUrl: 'http://127.0.0.1:9',
    });
  });

  afterEach(() => standIn.close());

  function setUp(provisioning: object = {}) {
    const target = GrafanaTarget.fromConfig(
      {
        id: 'default',
        url: standIn.url,
        publicUrl: standIn.url,
        folder: 'Sightline',
        auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
      },
      {
        alerts: true,
        slos: true,
        fetch: async (url, init) => {
          requests.push(`${init?.method} ${new URL(String(url)).pathname}`);
          return fetch(url, init);
        },
      },
    );
    return setUpReconciler(
      {
        alerts: 'grafana',
        slos: 'none',
        prune: { maxShare: 1, grace: { hours: 0 } },
        ...provisioning,
      },
      { targets: [target] },
    );
  }

  async function asPerson(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${standIn.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await answer.json()) as any;
  }

  const writes = () => requests.filter(request => !request.startsWith('GET'));

  it('stand there after one run; the second writes nothing, also without a database', async () => {
    const { store, run } = setUp();
    expect(await run()).toMatchObject({
      errors: [],
      counts: { created: 3, failed: 0 },
    });
    requests = [];
    expect((await run()).counts).toMatchObject({ unchanged: 3 });
    store.objects.clear();
    expect((await run()).counts).toMatchObject({ unchanged: 3 });
    expect(writes()).toEqual([]);
  });

  it('stand there after a first run of one entity: to an Editor a missing folder is forbidden', async () => {
    const { reconciler } = setUp();
    expect(
      await reconciler.run({
        trigger: 'event',
        entityRef: 'component:default/ingestor',
      }),
    ).toMatchObject({
      status: 'succeeded',
      errors: [],
      counts: { created: 3, failed: 0 },
    });
  });

  it('survive what a person edits, until the operator says otherwise', async () => {
    const { store, run } = setUp();
    await run();
    const [hit] = await asPerson('GET', '/api/search?tag=sightline');
    const { dashboard, meta } = await asPerson(
      'GET',
      `/api/dashboards/uid/${hit.uid}`,
    );
    await asPerson('POST', '/api/dashboards/db', {
      dashboard: { ...dashboard, title: 'By hand' },
      folderUid: meta.folderUid,
    });
    expect((await run()).counts).toMatchObject({ drifted: 1, updated: 0 });
    expect(
      [...store.objects.values()].find(({ uid }) => uid === hit.uid),
    ).toMatchObject({
      state: 'drifted',
      differences: [{ path: 'title', theirs: 'By hand' }],
    });
    expect((await setUp({ onDrift: 'revert' }).run()).counts.updated).toBe(1);
    expect((await run()).counts).toMatchObject({ drifted: 0, unchanged: 3 });
  });

  it('go when nobody asks for them any more', async () => {
    const { state, run } = setUp();
    await run();
    state.entities = [];
    expect((await run()).counts.pruned).toBe(3);
    expect(await asPerson('GET', '/api/search?tag=sightline')).toEqual([]);
    expect(await asPerson('GET', '/api/v1/provisioning/alert-rules')).toEqual(
      [],
    );
  });

  it('never go in an entity’s place when somebody else’s dashboard has it', async () => {
    const { state, run } = setUp();
    const [{ uid }] = state.entities[0].monitoring.dashboards;
    await asPerson('POST', '/api/dashboards/db', {
      dashboard: { uid, title: 'Mine' },
      folderUid: '',
    });
    expect((await run()).counts).toMatchObject({ conflict: 1, created: 2 });
    expect(
      (await asPerson('GET', `/api/dashboards/uid/${uid}`)).dashboard.title,
    ).toBe('Mine');
  });

  it('write a rule for every alert of the packs', async () => {
    const { state, run } = setUp();
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    await run();
    const rules = await asPerson('GET', '/api/v1/provisioning/alert-rules');
    expect(rules).toHaveLength(
      state.entities.flatMap(({ monitoring }) => monitoring.alerts).length,
    );
  });

  describe('and SLOs', () => {
    const groups = async () => {
      const rules: any[] = await asPerson(
        'GET',
        '/api/v1/provisioning/alert-rules',
      );
      return rules.filter(({ ruleGroup }) => ruleGroup.includes(':slos:'));
    };

    it('alert on the raw series, page and ticket of each, told as other alerts are', async () => {
      const { state, store, run, reconciler } = setUp({ slos: 'grafana' });
      state.entities = [
        anEntity('ingestor', {
          'monitoring/slos': 'availability 99.9% 30d; latency p95 < 500ms 30d',
        }),
      ];
      expect((await run()).counts).toMatchObject({ created: 4, failed: 0 });
      const rules = await groups();
      expect(
        rules.map(({ title, labels }) => [title, labels.slo, labels.severity]),
      ).toEqual(
        expect.arrayContaining([
          ['SloBurnRateFast', 'availability', 'critical'],
          ['SloBurnRateSlow', 'availability', 'warning'],
          ['SloBurnRateFast', 'latency-500-ms', 'critical'],
          ['SloBurnRateSlow', 'latency-500-ms', 'warning'],
        ]),
      );
      expect(new Set(rules.map(({ uid }) => uid)).size).toBe(4);
      expect(JSON.stringify(rules)).not.toContain('sightline:sli');
      expect(
        store.objects.get('component:default/ingestor|slo-rule-group|slos'),
      ).toMatchObject({ state: 'in-sync', target: 'grafana:default' });
      requests = [];
      expect((await run()).counts).toMatchObject({ unchanged: 4 });
      await reconciler.run({
        trigger: 'event',
        entityRef: 'component:default/ingestor',
      });
      expect(writes()).toEqual([]);
    });

    it('go when the entity asks for none any more', async () => {
      const { state, run, reconciler } = setUp({ slos: 'grafana' });
      await run();
      expect(await groups()).toHaveLength(2);
      state.entities = [anEntity('ingestor', { 'monitoring/slos': '' })];
      await reconciler.run({
        trigger: 'event',
        entityRef: 'component:default/ingestor',
      });
      expect(await groups()).toEqual([]);
    });
  });
});
