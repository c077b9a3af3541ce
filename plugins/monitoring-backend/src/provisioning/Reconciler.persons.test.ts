import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

const DAY = 86_400_000;
const LEA = 'user:default/lea';
const INGESTOR = 'component:default/ingestor';

async function setUpEdited() {
  const parts = setUp();
  await parts.run();
  const dashboard = [...parts.grafana.objects.values()].find(
    ({ kind }) => kind === 'dashboard',
  )!;
  parts.grafana.edit(dashboard.uid, { ...dashboard.content, title: 'By hand' });
  await parts.run();
  const stored = () =>
    [...parts.store.objects.values()].find(({ kind }) => kind === 'dashboard')!;
  const title = () => parts.grafana.objects.get(dashboard.uid)?.content.title;
  const decide = (decision: 'take-ours' | 'keep-theirs') =>
    parts.store.saveDecision({
      key: stored().key,
      decision,
      theirs: stored().theirs!.hash,
      ours: dashboard.hash,
      by: LEA,
      at: parts.state.now,
    });
  return { ...parts, dashboard, stored, title, decide };
}

describe('Reconciler, doing what persons said,', () => {
  it('puts back what a person gave up, and forgets the decision', async () => {
    const { decide, store, stored, title, run } = await setUpEdited();
    expect(stored()).toMatchObject({
      state: 'drifted',
      decisions: ['take-ours', 'keep-theirs'],
    });
    await decide('take-ours');
    expect((await run()).counts).toMatchObject({ updated: 1, drifted: 0 });
    expect(title()).not.toBe('By hand');
    expect(stored().state).toBe('in-sync');
    expect(stored().decisions).toBeUndefined();
    expect(store.decisions.size).toBe(0);
  });

  it('keeps an edit that is made once more after it was given up', async () => {
    const { dashboard, decide, grafana, title, run } = await setUpEdited();
    await decide('take-ours');
    await run();
    grafana.edit(dashboard.uid, { ...dashboard.content, title: 'By hand' });
    expect((await run()).counts).toMatchObject({ updated: 0, drifted: 1 });
    expect(title()).toBe('By hand');
  });

  it('keeps a decision that replaces one that holds no longer while a run is under way', async () => {
    const { dashboard, decide, grafana, store, stored, run, title } =
      await setUpEdited();
    await decide('keep-theirs');
    grafana.edit(dashboard.uid, { ...dashboard.content, title: 'Once more' });
    const saveObjects = store.saveObjects.bind(store);
    store.saveObjects = async objects => {
      await saveObjects(objects);
      await decide('take-ours');
    };
    await run();
    store.saveObjects = saveObjects;
    expect(stored().state).toBe('drifted');
    expect((await run()).counts.updated).toBe(1);
    expect(title()).not.toBe('Once more');
  });

  it('keeps what a person decided to keep, until it changes', async () => {
    const { dashboard, decide, grafana, store, stored, run } =
      await setUpEdited();
    await decide('keep-theirs');
    await run();
    expect(stored()).toMatchObject({
      state: 'drifted',
      decided: { decision: 'keep-theirs', by: LEA },
    });
    grafana.edit(dashboard.uid, { ...dashboard.content, title: 'Once more' });
    await run();
    expect(store.decisions.size).toBe(0);
    expect(stored().decided).toBeUndefined();
  });

  it.each(['all', INGESTOR])(
    'writes and deletes nothing of what is paused: %s',
    async scope => {
      const { files, grafana, store, state, run } = setUp();
      await run();
      const writes = () => files.writes + grafana.writes;
      const before = writes();
      await store.savePause(scope === 'all' ? 'all' : { entityRef: scope }, {
        by: LEA,
        at: state.now.toISOString(),
        reason: 'Incident 12',
      });
      state.entities = [
        anEntity('ingestor', { 'monitoring/alerts': 'SlowHttpResponses: off' }),
      ];
      expect((await run()).counts.waiting).toBeGreaterThan(0);
      expect(
        [...store.objects.values()].find(
          ({ kind }) => kind === 'alert-rule-group',
        ),
      ).toMatchObject({
        state: 'paused',
        reason: expect.stringMatching(
          /^Paused: user:default\/lea paused .*: Incident 12/,
        ),
      });
      state.entities = [];
      await run();
      state.now = new Date(state.now.getTime() + 2 * DAY);
      await run();
      expect(writes()).toBe(before);
      await store.removePause(scope === 'all' ? 'all' : { entityRef: scope });
      expect((await run()).counts.pruned).toBeGreaterThanOrEqual(3);
    },
  );

  it('deletes what a person agreed to, and asks again for another set', async () => {
    const { files, store, state, run } = setUp({ prune: { maxShare: 0.2 } });
    const entities = ['a', 'b', 'c', 'd'].map(name => anEntity(name));
    state.entities = entities;
    await run();
    state.entities = entities.slice(2);
    await run();
    state.now = new Date(state.now.getTime() + 2 * DAY);
    const { brake } = await run();
    expect(brake).toMatchObject({ objects: 6, managed: 12 });
    await store.saveBrakeAnswer({
      digest: 'another',
      answer: 'delete',
      by: LEA,
      at: state.now,
    });
    expect(await run()).toMatchObject({ counts: { pruned: 0 } });
    await store.saveBrakeAnswer({
      digest: brake!.digest,
      answer: 'delete',
      by: LEA,
      at: state.now,
    });
    const record = await run();
    expect(record.counts.pruned).toBe(6);
    expect(record.brake).toBeUndefined();
    expect(files.objects.size).toBe(4);
  });

  it('asks again when what a person agreed to delete was back in between', async () => {
    const { files, store, state, run } = setUp({ prune: { maxShare: 0.2 } });
    const entities = ['a', 'b', 'c', 'd'].map(name => anEntity(name));
    const lose = async () => {
      state.entities = entities.slice(2);
      await run();
      state.now = new Date(state.now.getTime() + 2 * DAY);
      return run();
    };
    state.entities = entities;
    await run();
    const { brake } = await lose();
    await store.saveBrakeAnswer({
      digest: brake!.digest,
      answer: 'delete',
      by: LEA,
      at: state.now,
    });
    expect((await run()).counts.pruned).toBe(6);
    state.entities = entities;
    expect((await run()).counts.created).toBe(6);
    expect(await lose()).toMatchObject({
      counts: { pruned: 0 },
      brake: { objects: 6 },
    });
    expect(files.objects.size).toBe(8);
  });

  it('deletes nothing of what waits for a person because a target is away', async () => {
    const { files, grafana, store, state, run } = setUp({
      prune: { maxShare: 0.4 },
    });
    const shown = ['a', 'b', 'c'].map(name =>
      anEntity(name, { 'monitoring/provision': 'dashboards' }),
    );
    const whole = ['d', 'e'].map(name => anEntity(name));
    const staying = ['f', 'g', 'h', 'i'].map(name => anEntity(name));
    state.entities = [...shown, ...whole, ...staying];
    await run();
    state.entities = staying;
    await run();
    state.now = new Date(state.now.getTime() + 2 * DAY);
    const { brake } = await run();
    expect(brake).toMatchObject({ objects: 9, managed: 21 });
    await store.saveBrakeAnswer({
      digest: brake!.digest,
      answer: 'keep',
      by: LEA,
      at: state.now,
    });
    grafana.list = async () => {
      throw new Error('away');
    };
    const record = await run();
    expect(record.counts.pruned).toBe(0);
    expect(record.brake).toMatchObject({
      digest: brake!.digest,
      answer: { answer: 'keep', by: LEA },
    });
    expect(files.objects.size).toBe(12);
  });
});
