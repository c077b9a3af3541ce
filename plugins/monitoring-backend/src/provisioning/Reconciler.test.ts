import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

const DAY = 86_400_000;

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
    expect((await run()).counts.pruned).toBe(4);
    expect(files.objects.size).toBe(0);
    expect(grafana.objects.size).toBe(0);
    await run();
    expect(store.objects.size).toBe(0);
  });

  it('lets one entity go from a small fleet, and says so when several would go at once', async () => {
    const { files, state, run } = setUp({ prune: { maxShare: 0.2 } });
    const entities = ['a', 'b', 'c', 'd'].map(name => anEntity(name));
    state.entities = entities;
    await run();
    state.entities = entities.slice(1);
    await run();
    state.now = new Date(state.now.getTime() + 2 * DAY);
    expect(await run()).toMatchObject({ counts: { pruned: 3 }, errors: [] });
    state.entities = entities.slice(3);
    await run();
    state.now = new Date(state.now.getTime() + 2 * DAY);
    expect(await run()).toMatchObject({
      counts: { pruned: 0 },
      errors: [
        { message: expect.stringMatching(/^6 of 9 objects .*maxShare/) },
      ],
    });
    expect(files.objects.size).toBe(6);
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

  it('keeps what an entity had when it says monitoring/provision: none, until it opts out', async () => {
    const { files, grafana, store, state, run } = setUp({ onDrift: 'revert' });
    await run();
    const before = [...grafana.objects.values(), ...files.objects.values()];
    const none = { 'monitoring/provision': 'none' };
    const later = () => {
      state.now = new Date(state.now.getTime() + 2 * DAY);
    };
    for (const annotations of [
      none,
      // Another pack, and so on: nothing of a kind that is switched off is deleted.
      {
        ...none,
        'monitoring/slos': '',
        'monitoring/alerts': 'SlowHttpResponses: off; HighHttpErrorRate: off',
      },
    ]) {
      state.entities = [anEntity('ingestor', annotations)];
      await run();
      later();
      expect((await run()).counts.pruned).toBe(0);
    }
    expect([...grafana.objects.values(), ...files.objects.values()]).toEqual(
      before,
    );
    expect(
      [...store.objects.values()]
        .filter(({ kind }) => kind !== 'folder')
        .map(({ state: shown }) => shown),
    ).toEqual(['disabled', 'disabled', 'disabled']);
    state.entities = [];
    await run();
    later();
    expect((await run()).counts.pruned).toBe(4);
  });

  it('begins no run before another one of the same instance has ended', async () => {
    const { grafana, run } = setUp();
    await Promise.all([run(), run()]);
    expect(grafana.writes).toBe(2);
  });

  it('remembers when it looked at an entity', async () => {
    const { store, run } = setUp();
    await run();
    expect(await store.lastReconciledAt('component:default/ingestor')).toEqual(
      new Date('2026-11-24T12:00:00Z'),
    );
    expect(
      await store.lastReconciledAt('component:default/gateway'),
    ).toBeUndefined();
  });

  it('forgets when it looked at an entity that is gone from a whole catalog', async () => {
    const { store, state, run } = setUp();
    await run();
    state.entities = [anEntity('gateway')];
    state.now = new Date(state.now.getTime() + DAY);
    state.complete = false;
    await run();
    expect([...store.reconciled.keys()]).toEqual([
      'component:default/ingestor',
      'component:default/gateway',
    ]);
    state.complete = true;
    await run();
    expect([...store.reconciled.keys()]).toEqual(['component:default/gateway']);
  });
});
