import { ServiceUnavailableError } from '@backstage/errors';
import { aDesired, MemoryTarget } from './__testUtils__/builders';
import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

const DAY = 86_400_000;
const INGESTOR = 'component:default/ingestor';
const CHANGED = { 'monitoring/alerts': 'SlowHttpResponses: off' };

function ownersIn(target: MemoryTarget): string[] {
  const owners = [...target.objects.values()].map(
    ({ owner }) => owner!.entityRef,
  );
  return [...new Set(owners)].sort();
}

describe('Reconciler, of one entity,', () => {
  it('makes what it asks for, and what it shares with others and is missing', async () => {
    const { reconciler, grafana, files, state } = setUp();
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    const record = await reconciler.run({
      trigger: 'manual',
      by: 'user:default/lea',
      entityRef: INGESTOR,
    });
    expect(record).toMatchObject({
      status: 'succeeded',
      trigger: 'manual',
      by: 'user:default/lea',
      entityRef: INGESTOR,
      entities: 1,
      counts: { created: 4 },
      errors: [],
    });
    expect(ownersIn(grafana)).toEqual([INGESTOR, 'sightline/default']);
    expect(ownersIn(files)).toEqual([INGESTOR]);
  });

  it('asks targets for this entity alone', async () => {
    const { reconciler, files } = setUp();
    const list = jest.spyOn(files, 'list');
    await reconciler.run({ trigger: 'event', entityRef: INGESTOR });
    const [wanted, options] = list.mock.calls[0] as unknown[];
    expect(wanted).toHaveLength(2);
    expect(options).toMatchObject({ entityRef: INGESTOR });
  });

  it('makes nothing of an entity whose former name is not free yet', async () => {
    const { reconciler, files, grafana, state } = setUp();
    const [entity] = state.entities;
    const { monitoring } = entity;
    const waiting = {
      ...monitoring,
      spec: { ...monitoring.spec, awaitsName: 'component:default/uploads' },
    };
    state.entities = [
      { ...entity, monitoring: waiting, environments: [waiting] },
    ];
    for (const entityRef of [INGESTOR, undefined]) {
      const record = await reconciler.run({ trigger: 'event', entityRef });
      expect(record.counts.created).toBe(0);
      expect(record.errors).toEqual([
        expect.objectContaining({
          entityRef: INGESTOR,
          message: expect.stringContaining(
            "'component:default/uploads', which it was called before, is still in the catalog",
          ),
        }),
      ]);
    }
    expect([...ownersIn(files), ...ownersIn(grafana)]).toEqual([]);
  });

  it('touches nothing of others, even when a target lists them', async () => {
    const { reconciler, files, store, state, run } = setUp();
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    await run();
    const rows = store.objects.size;
    const foreign = aDesired('foreign', {}, { kind: 'slo-rule-group' });
    files.put(foreign, { owner: undefined });
    state.entities = [anEntity('ingestor', CHANGED)];
    const writes = files.writes;
    const record = await reconciler.run({
      trigger: 'event',
      entityRef: INGESTOR,
    });
    expect(record.counts).toMatchObject({ updated: 1, pruned: 0, waiting: 0 });
    expect(files.writes).toBe(writes + 1);
    expect(files.objects.has('foreign')).toBe(true);
    expect(store.objects.size).toBe(rows);
  });

  it('lets objects of an entity that is gone go after the grace period, and no sooner', async () => {
    const { reconciler, grafana, files, store, state, run } = setUp();
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    await run();
    state.entities = [anEntity('gateway')];
    const runOne = () =>
      reconciler.run({ trigger: 'event', entityRef: INGESTOR });
    expect((await runOne()).counts).toMatchObject({ waiting: 3, pruned: 0 });
    state.now = new Date(state.now.getTime() + 2 * DAY);
    expect((await runOne()).counts).toMatchObject({ waiting: 0, pruned: 3 });
    expect(ownersIn(files)).toEqual(['component:default/gateway']);
    expect(ownersIn(grafana)).toEqual([
      'component:default/gateway',
      'sightline/default',
    ]);
    expect(await store.listObjects({ entityRef: INGESTOR })).toEqual([]);
  });

  it('keeps all when the catalog does not answer, and says why', async () => {
    const { reconciler, catalog, files, state, run } = setUp();
    await run();
    state.entities = [];
    state.now = new Date(state.now.getTime() + 2 * DAY);
    catalog.readOne = async () => {
      throw new ServiceUnavailableError('The catalog does not answer');
    };
    const record = await reconciler.run({
      trigger: 'event',
      entityRef: INGESTOR,
    });
    expect(record).toMatchObject({
      status: 'failed',
      errors: [{ message: expect.stringContaining('does not answer') }],
    });
    expect(files.objects.size).toBe(2);
  });

  it('leaves the configuration of Alertmanager to the run over all', async () => {
    const alertmanager = new MemoryTarget('alertmanager-config');
    const files = new MemoryTarget('rule-files:default');
    const { reconciler, state } = setUp(
      { alertmanagerConfig: { file: '/etc/alertmanager.yml' } },
      { targets: [files, alertmanager] },
    );
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    await reconciler.run({ trigger: 'event', entityRef: INGESTOR });
    expect(alertmanager.writes).toBe(0);
    expect(files.writes).toBe(2);
  });

  it('takes over what it had under another name', async () => {
    const { reconciler, files, grafana, store, state, run } = setUp();
    await run();
    const there = [...grafana.objects.keys(), ...files.objects.keys()];
    const renamed = 'component:default/media-ingestor';
    state.entities = [
      anEntity('media-ingestor', { 'monitoring/renamed-from': INGESTOR }),
    ];
    const record = await reconciler.run({
      trigger: 'event',
      entityRef: renamed,
    });
    expect(record.counts).toMatchObject({ created: 0, updated: 3, pruned: 0 });
    expect([...grafana.objects.keys(), ...files.objects.keys()]).toEqual(there);
    expect(ownersIn(files)).toEqual([renamed]);
    expect(await store.listObjects({ entityRef: renamed })).toHaveLength(3);
    expect(await store.listObjects({ entityRef: INGESTOR })).toEqual([]);
  });

  it('remembers when it looked at it', async () => {
    const { reconciler, store } = setUp();
    await reconciler.run({ trigger: 'event', entityRef: INGESTOR });
    expect(await store.lastReconciledAt(INGESTOR)).toEqual(
      new Date('2026-11-24T12:00:00Z'),
    );
  });

  it('waits for a run over all on another replica', async () => {
    const { reconciler, files, store, run } = setUp({}, { interval: 5 });
    const other = { ...(await run()), id: 'other', status: 'running' as const };
    await store.saveRun(other);
    const writes = files.writes;
    const { done } = await reconciler.start({
      trigger: 'event',
      entityRef: INGESTOR,
    });
    const early = await Promise.race([
      done,
      new Promise(resolve => setTimeout(() => resolve('waits'), 50)),
    ]);
    expect(early).toBe('waits');
    await store.saveRun({ ...other, status: 'succeeded' });
    expect((await done).status).toBe('succeeded');
    expect(files.writes).toBe(writes);
  });
});
