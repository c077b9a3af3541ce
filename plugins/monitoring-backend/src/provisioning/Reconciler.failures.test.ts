import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

const MINUTE = 60_000;

describe('Reconciler, when something fails,', () => {
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
    state.now = new Date(state.now.getTime() + MINUTE);
    expect((await run()).counts).toMatchObject({ created: 1, failed: 0 });
  });

  it('leaves a failing target in peace for longer and longer', async () => {
    const { grafana, state, run } = setUp();
    grafana.failList = 'Grafana does not answer';
    const start = state.now.getTime();
    const asked: number[] = [];
    for (let second = 0; second <= 60; second += 1) {
      const before = grafana.lists;
      state.now = new Date(start + second * 1_000);
      const record = await run();
      expect(record.errors[0].message).toContain('Grafana does not answer');
      if (grafana.lists > before) {
        asked.push(second);
      }
    }
    expect(asked).toEqual([0, 5, 15, 35]);
  });

  it('looks again at an object that changed under way, and plans it anew', async () => {
    const { grafana, store, run } = setUp();
    grafana.onWrite = object => {
      if (object.kind === 'dashboard') {
        grafana.onWrite = undefined;
        grafana.put(object, { owner: undefined });
        throw new ConflictError('Somebody was faster');
      }
    };
    const record = await run();
    expect(record.counts).toMatchObject({ conflict: 1, failed: 0 });
    expect(
      [...store.objects.values()].find(({ kind }) => kind === 'dashboard'),
    ).toMatchObject({ state: 'conflict' });
  });

  it('takes an ambiguous answer for done when it was done', async () => {
    const { grafana, run } = setUp();
    grafana.onWrite = object => {
      grafana.onWrite = undefined;
      grafana.put(object);
      throw new ServiceUnavailableError('Grafana answered 500');
    };
    expect((await run()).counts).toMatchObject({ failed: 0, unchanged: 1 });
    expect((await run()).counts).toMatchObject({ unchanged: 4 });
  });

  it('does not ask a silent target for every object', async () => {
    const { grafana, state, run } = setUp();
    state.entities = Array.from({ length: 20 }, (_, index) =>
      anEntity(`service-${index}`),
    );
    let asked = 0;
    grafana.onWrite = () => {
      asked += 1;
      grafana.failList = 'Grafana does not answer';
      throw new ServiceUnavailableError('Grafana does not answer');
    };
    const record = await run();
    expect(asked).toBe(3);
    expect(record.counts).toMatchObject({ created: 40, failed: 21 });
  });

  it('marks what did not take effect as failed, and tries it again', async () => {
    const { files, store, state, run } = setUp();
    files.failCommit = 'Prometheus could not load it';
    expect((await run()).counts).toMatchObject({ created: 2, failed: 2 });
    expect(
      [...store.objects.values()].filter(
        ({ state: shown }) => shown === 'failed',
      ),
    ).toHaveLength(2);
    files.failCommit = undefined;
    files.objects.clear();
    state.now = new Date(state.now.getTime() + MINUTE);
    expect((await run()).counts).toMatchObject({ created: 2, failed: 0 });
  });

  it('finishes what a killed run left without effect', async () => {
    const { files, run } = setUp();
    await run();
    files.uncommitted = true;
    const writes = files.writes;
    await run();
    expect(files.writes).toBe(writes);
    expect(files.commits).toBe(2);
  });

  it('stops when it is told to, and goes on where it ended', async () => {
    const { reconciler, grafana, files, run } = setUp();
    const stop = new AbortController();
    grafana.onWrite = () => stop.abort();
    const record = await reconciler.run({
      trigger: 'schedule',
      signal: stop.signal,
    });
    expect(record).toMatchObject({
      status: 'stopped',
      errors: [{ message: expect.stringContaining('the next one goes on') }],
    });
    grafana.onWrite = undefined;
    await run();
    expect(grafana.objects.size + files.objects.size).toBe(4);
    expect(grafana.writes + files.writes).toBe(4);
  });

  it('lets one entity that cannot be worked out stop no other, and keeps what it has', async () => {
    const { files, state, run } = setUp();
    state.entities = [anEntity('ingestor'), anEntity('broken')];
    await run();
    const broken = anEntity('broken');
    broken.monitoring.slos = [{ ...broken.monitoring.slos[0], objective: 'x' }];
    state.entities = [broken, anEntity('gateway')];
    const record = await run();
    expect(record.errors).toEqual([
      expect.objectContaining({ entityRef: 'component:default/broken' }),
    ]);
    expect(files.objects.size).toBe(6);
    state.now = new Date(state.now.getTime() + 3 * 24 * 60 * MINUTE);
    expect((await run()).counts.pruned).toBe(3);
    expect(
      [...files.objects.values()].map(({ owner }) => owner?.entityRef).sort(),
    ).toEqual([
      'component:default/broken',
      'component:default/broken',
      'component:default/gateway',
      'component:default/gateway',
    ]);
  });

  it.each(['keep', 'revert'])(
    'keeps all that an entity has while one of its packs is missing, with onDrift: %s',
    async onDrift => {
      const { grafana, files, store, state, run } = setUp({ onDrift });
      await run();
      const before = [...grafana.objects.values(), ...files.objects.values()];
      state.entities = [
        anEntity('ingestor', {
          'monitoring/packs': 'htp',
          'monitoring/slos': 'latency p95 < 500ms 30d',
        }),
      ];
      for (const days of [0, 3]) {
        state.now = new Date(state.now.getTime() + days * 24 * 60 * MINUTE);
        const record = await run();
        expect(record.errors).toEqual([
          {
            entityRef: 'component:default/ingestor',
            message: expect.stringMatching(
              /There is no pack 'htp'.*nothing of it is rewritten or deleted/,
            ),
          },
        ]);
        expect(record.counts).toMatchObject({ updated: 0, pruned: 0 });
      }
      expect([...grafana.objects.values(), ...files.objects.values()]).toEqual(
        before,
      );
      expect(store.objects.size).toBe(4);
    },
  );

  it('makes what an entity does not have yet of the packs that are there, and rewrites none of it', async () => {
    const { grafana, files, store, state, run } = setUp({ onDrift: 'revert' });
    const packs = { 'monitoring/packs': 'htp, http' };
    state.entities = [anEntity('ingestor', packs)];
    expect((await run()).counts).toMatchObject({ created: 4 });
    const before = [...files.objects.values()];
    state.entities = [
      anEntity('ingestor', {
        ...packs,
        'monitoring/alerts': 'SlowHttpResponses: off',
      }),
    ];
    expect((await run()).counts).toMatchObject({ updated: 0, unchanged: 4 });
    expect([...files.objects.values()]).toEqual(before);
    expect(
      [...store.objects.values()].find(
        ({ kind }) => kind === 'alert-rule-group',
      ),
    ).toMatchObject({
      state: 'pending',
      reason: expect.stringContaining("There is no pack 'htp'"),
    });
    state.entities = [
      anEntity('ingestor', { 'monitoring/alerts': 'SlowHttpResponses: off' }),
    ];
    expect((await run()).counts).toMatchObject({ updated: 1 });
    expect(grafana.objects.size).toBe(2);
  });

  it('does not overwrite what somebody made in the meantime while a pack is missing', async () => {
    const { files, state, run } = setUp();
    state.entities = [
      anEntity('ingestor', { 'monitoring/packs': 'htp, http' }),
    ];
    files.onWrite = object => {
      files.onWrite = undefined;
      files.put({ ...object, content: {}, hash: 'other' });
      throw new ConflictError('Another replica was faster');
    };
    await run();
    expect([...files.objects.values()][0].hash).toBe('other');
  });

  it('lets a missing pack of one entity keep nothing of others', async () => {
    const { files, state, run } = setUp();
    await run();
    state.entities = [anEntity('gateway', { 'monitoring/packs': 'htp, http' })];
    await run();
    state.now = new Date(state.now.getTime() + 3 * 24 * 60 * MINUTE);
    expect((await run()).counts.pruned).toBe(3);
    expect(files.objects.size).toBe(2);
  });
});
