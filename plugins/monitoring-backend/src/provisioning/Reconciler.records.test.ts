import { mockServices } from '@backstage/backend-test-utils';
import { aDesired } from './__testUtils__/builders';
import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

const LEA = 'user:default/lea';
const LATER = () => new Promise(resolve => setTimeout(resolve, 30));

describe('Reconciler, recording a run,', () => {
  it('tells what it came to, part by part', async () => {
    const { store, run } = setUp();
    const record = await run();
    expect(record.phases).toEqual([
      expect.objectContaining({ name: 'plan', done: 4, total: 4 }),
      expect.objectContaining({ name: 'folders', done: 1, total: 1 }),
      expect.objectContaining({ name: 'dashboards', done: 1, total: 1 }),
      expect.objectContaining({ name: 'rules', done: 2, total: 2, failed: 0 }),
    ]);
    expect(store.runs.get(record.id)).toEqual(record);
    expect(store.steps.get(record.id)).toHaveLength(4);
    expect(store.steps.get(record.id)![0]).toMatchObject({
      action: 'create',
      outcome: 'done',
      kind: 'folder',
      duration: 0,
    });
  });

  it('is there from the start, and says how far it is', async () => {
    const { grafana, store, state, run } = setUp({}, { interval: 5 });
    state.entities = ['a', 'b', 'c'].map(name => anEntity(name));
    const seen: string[] = [];
    grafana.onWrite = async () => {
      await LATER();
      const [running] = await store.listRunning();
      seen.push(
        running.phases
          .map(({ name, done, total }) => `${name} ${done}/${total}`)
          .join(', '),
      );
    };
    await run();
    expect(seen[0]).toContain('folders 0/1');
    expect(seen.at(-1)).toContain('dashboards 2/3');
  });

  it('stops at the next step when a person asks for it, on whichever replica', async () => {
    const { grafana, store, run } = setUp({}, { interval: 5 });
    grafana.onWrite = async () => {
      const [running] = await store.listRunning();
      await store.requestStop(running.id, LEA);
      await LATER();
    };
    const record = await run();
    expect(record).toMatchObject({
      status: 'stopped',
      errors: [{ message: `${LEA} stopped the run; the next one goes on` }],
    });
    expect([...grafana.objects.values()].map(({ kind }) => kind)).toEqual([
      'folder',
    ]);
    grafana.onWrite = undefined;
    expect(await run()).toMatchObject({ status: 'succeeded', errors: [] });
    expect(grafana.objects.size).toBe(2);
  });

  it('is stopped with the process, runs that wait included', async () => {
    const { reconciler, grafana } = setUp({}, { interval: 5 });
    grafana.onWrite = LATER;
    const runs = await Promise.all([
      reconciler.start({ trigger: 'manual' }),
      reconciler.start({
        trigger: 'manual',
        entityRef: 'component:default/ingestor',
      }),
    ]);
    await LATER();
    await reconciler.stop();
    for (const { done } of runs) {
      expect((await done).status).toBe('stopped');
    }
    expect(grafana.objects.size).toBeLessThan(2);
  });

  it('remembers what a stopped run has done, and that it takes effect later', async () => {
    const { reconciler, files, store, run } = setUp();
    const stop = new AbortController();
    files.onWrite = () => stop.abort();
    await reconciler.run({ trigger: 'schedule', signal: stop.signal });
    expect(files.commits).toBe(0);
    expect(
      [...store.objects.values()].filter(
        ({ target }) => target === 'rule-files:default',
      ),
    ).toEqual([
      expect.objectContaining({
        state: 'pending',
        reason: expect.stringContaining('takes effect with the next run'),
      }),
    ]);
    files.onWrite = undefined;
    await run();
    expect([...store.objects.values()].map(({ state }) => state)).toEqual(
      Array(4).fill('in-sync'),
    );
  });

  it('writes no row of objects when nothing changed', async () => {
    const { grafana, store, run } = setUp();
    await run();
    grafana.put(aDesired('foreign', {}, { key: 'x' }), { owner: undefined });
    const dashboard = [...grafana.objects.values()].find(
      ({ kind }) => kind === 'dashboard',
    )!;
    grafana.edit(dashboard.uid, { ...dashboard.content, title: 'By hand' });
    await run();
    const changed = store.changedObjects;
    await run();
    expect(store.changedObjects).toBe(changed);
  });

  it('says so and goes on when its progress cannot be saved for a moment', async () => {
    const { grafana, store, run } = setUp({}, { interval: 5 });
    const failing = jest
      .spyOn(store, 'stopRequestedBy')
      .mockRejectedValue(new Error('database is locked'));
    grafana.onWrite = LATER;
    expect((await run()).status).toBe('succeeded');
    expect(failing).toHaveBeenCalled();
  });

  it('does what a person asked for when the scheduler comes to it', async () => {
    const { reconciler, store, run } = setUp();
    const asked = {
      ...(await run()),
      id: 'asked',
      status: 'running' as const,
      by: LEA,
      phases: [],
    };
    await store.requestRun(asked);
    expect(await reconciler.runScheduled({})).toMatchObject({
      id: 'asked',
      by: LEA,
      trigger: 'manual',
      status: 'succeeded',
    });
    expect(await reconciler.runScheduled({})).toMatchObject({
      trigger: 'schedule',
    });
  });

  it('names the entities that the catalog could not give, and keeps what they have', async () => {
    const { files, state, run } = setUp();
    state.entities = [anEntity('ingestor'), anEntity('gateway')];
    await run();
    Object.assign(state, {
      entities: [anEntity('gateway')],
      complete: false,
      failedRefs: ['component:default/ingestor'],
    });
    for (const days of [0, 3]) {
      state.now = new Date(state.now.getTime() + days * 86_400_000);
      expect(await run()).toMatchObject({
        complete: true,
        status: 'succeeded',
        counts: { pruned: 0 },
        errors: [
          {
            entityRef: 'component:default/ingestor',
            message: expect.stringContaining('what it has is kept'),
          },
        ],
      });
    }
    expect(files.objects.size).toBe(4);
  });

  it('keeps what lies under the former name of an entity that the catalog could not give', async () => {
    const { files, state, run } = setUp();
    state.entities = [anEntity('old'), anEntity('gateway')];
    await run();
    Object.assign(state, {
      entities: [anEntity('gateway')],
      complete: false,
      failedRefs: ['component:default/new'],
      formerRefs: ['component:default/old'],
    });
    await run();
    state.now = new Date(state.now.getTime() + 3 * 86_400_000);
    expect((await run()).counts.pruned).toBe(0);
    expect(files.objects.size).toBe(4);
  });

  it('says in the log when its end cannot be written down, and goes on with the next', async () => {
    const logger = mockServices.logger.mock();
    const { reconciler, store, run } = setUp({}, { logger });
    const { id, done } = await reconciler.start({ trigger: 'manual' });
    const saveRun = store.saveRun.bind(store);
    store.saveRun = async () => {
      throw new Error('connection lost');
    };
    await expect(done).rejects.toThrow('connection lost');
    expect(logger.error).toHaveBeenCalledWith(
      `The end of provisioning run ${id} could not be recorded: connection lost`,
    );
    store.saveRun = saveRun;
    expect((await run()).status).toBe('succeeded');
  });
});
