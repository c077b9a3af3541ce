import { aDesired } from './__testUtils__/builders';
import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';
import { aStore, createTestDatabases } from './store/__testUtils__/builders';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const LEA = 'user:default/lea';

describe.each(databases.eachSupportedId())('Reconciler on %s', id => {
  /** Objects in every state: in sync, drifted and decided, in conflict, failed, unwanted. */
  async function setUpStates() {
    const { store, knex } = await aStore(databases, id);
    const parts = setUp({}, { store });
    const { grafana, files, state, run } = parts;
    state.entities = ['ingestor', 'gateway', 'gone', 'edited'].map(name =>
      anEntity(name),
    );
    await run();
    const uidOf = (name: string) =>
      [...grafana.objects.values()].find(
        ({ owner }) => owner?.entityRef === `component:default/${name}`,
      )!.uid;
    const edit = (name: string) =>
      grafana.edit(uidOf(name), {
        ...grafana.objects.get(uidOf(name))!.content,
        title: 'By hand',
      });
    edit('ingestor');
    edit('edited');
    grafana.put(aDesired(uidOf('gateway')), { owner: undefined });
    files.failWrites = uid =>
      uid.includes('gateway') ? 'The folder is full' : undefined;
    state.entities = [
      anEntity('ingestor'),
      anEntity('edited', { 'monitoring/provision': 'slos' }),
      anEntity('gateway', { 'monitoring/alerts': 'SlowHttpResponses: off' }),
    ];
    await run();
    const drifted = (await store.listObjects()).find(
      object => object.uid === uidOf('ingestor'),
    )!;
    await store.saveDecision({
      key: drifted.key,
      decision: 'keep-theirs',
      theirs: drifted.theirs!.hash,
      ours: drifted.hash!,
      by: LEA,
      at: state.now,
    });
    await run();
    let writes = 0;
    knex.on('query', ({ sql }) => {
      writes += /^(insert|update|delete).*monitoring_objects/i.test(sql)
        ? 1
        : 0;
    });
    return { ...parts, store, knex, writes: () => writes };
  }

  it('writes no row of objects when nothing changed, however they stand', async () => {
    const { reconciler, state, store, writes } = await setUpStates();
    const before = await store.listObjects();
    expect(new Set(before.map(object => object.state))).toEqual(
      new Set([
        'in-sync',
        'drifted',
        'conflict',
        'failed',
        'pending',
        'disabled',
      ]),
    );
    await reconciler.run({ trigger: 'schedule' });
    expect(writes()).toBe(0);
    expect(await store.listObjects()).toEqual(before);
    state.entities.push(anEntity('new'));
    await reconciler.run({ trigger: 'schedule' });
    expect(writes()).toBe(1);
  });

  it('comes to the same after the database was lost, without a write', async () => {
    const { files, grafana, knex, store, run } = await setUpStates();
    files.failWrites = undefined;
    await run();
    const before = await store.listObjects();
    const there = [...grafana.objects.values(), ...files.objects.values()];
    const written = grafana.writes + files.writes;
    for (const table of [
      'monitoring_objects',
      'monitoring_runs',
      'monitoring_run_steps',
      'monitoring_reconciled_entities',
      'monitoring_decisions',
    ]) {
      await knex(table).delete();
    }
    expect(await run()).toMatchObject({ status: 'succeeded', errors: [] });
    expect(grafana.writes + files.writes).toBe(written);
    expect([...grafana.objects.values(), ...files.objects.values()]).toEqual(
      there,
    );
    const states = (objects: typeof before) =>
      objects
        .map(object => `${object.target} ${object.uid} ${object.state}`)
        .sort();
    expect(states(await store.listObjects())).toEqual(states(before));
  });

  it('asks about the same deletions in each run until a person answers', async () => {
    const { store } = await aStore(databases, id);
    const { state, run } = setUp(
      { prune: { maxShare: 0.2, grace: { seconds: 0 } } },
      { store },
    );
    const entities = ['a', 'b', 'c', 'd'].map(name => anEntity(name));
    state.entities = entities;
    await run();
    state.entities = entities.slice(2);
    const { brake } = await run();
    expect(brake).toMatchObject({ objects: 6 });
    for (let minutes = 0; minutes < 3; minutes += 1) {
      state.now = new Date(state.now.getTime() + 60_001);
      expect((await run()).brake).toEqual(brake);
    }
    await store.saveBrakeAnswer({
      digest: brake!.digest,
      answer: 'delete',
      by: LEA,
      at: state.now,
    });
    expect((await run()).counts.pruned).toBe(6);
  });
});
