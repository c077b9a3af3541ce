import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { SHARED_SLOS_OWNER } from '../targets';
import { MemoryStore, MemoryTarget } from './__testUtils__/builders';
import {
  aSharingEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';
import { sharedSlosKey, sharedSlosUid } from './desired';

const DAY = 86_400_000;
const TARGET = 'rule-files:default';
const UID = sharedSlosUid(TARGET);
const KEY = sharedSlosKey(TARGET);
const INGESTOR = 'component:default/ingestor';
const GATEWAY = 'component:default/gateway';
const ONLY_SLOS = { dashboards: 'none', alerts: 'none' };
const OWN = { 'monitoring/selector': 'job="special"' };
const LOOSE = { 'monitoring/slos': 'availability 99% 30d' };

const partKey = (name: string) =>
  `component:default/${name}|slo-rule-group|shared-slos`;

/** Names of services in the shared rules, by what they would be recorded from. */
function servicesIn(files: MemoryTarget): string[] {
  const groups = (files.objects.get(UID)?.content.groups ?? []) as RuleGroup[];
  const text = JSON.stringify(groups);
  return ['gateway', 'ingestor', 'player', 'uploader'].filter(name =>
    new RegExp(`\\b${name}\\b`).test(text),
  );
}

function partsIn(store: MemoryStore): string[] {
  return [...store.parts.values()].map(({ entityRef }) => entityRef).sort();
}

function world(provisioning: object = {}) {
  const parts = setUp({ ...ONLY_SLOS, ...provisioning });
  parts.state.entities = [
    aSharingEntity('ingestor'),
    aSharingEntity('gateway'),
  ];
  const later = async (milliseconds: number) => {
    parts.state.now = new Date(parts.state.now.getTime() + milliseconds);
    return parts.run();
  };
  const { reconciler } = parts;
  const runOf = (entityRef: string) =>
    reconciler.run({ trigger: 'event', entityRef });
  return { ...parts, later, runOf };
}

describe('Reconciler, of shared SLO rules,', () => {
  it('writes one object for all, remembers who is in it, and rests', async () => {
    const { files, store, run } = world();
    expect((await run()).counts).toMatchObject({ created: 3, failed: 0 });
    expect([...files.objects.keys()]).toEqual([UID]);
    expect(files.objects.get(UID)!.owner!.entityRef).toBe(SHARED_SLOS_OWNER);
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    expect(partsIn(store)).toEqual([GATEWAY, INGESTOR]);
    expect(store.objects.get(KEY)).toMatchObject({ state: 'in-sync' });
    expect(store.objects.get(partKey('gateway'))).toMatchObject({
      state: 'in-sync',
      entityRef: GATEWAY,
    });

    const { writes } = files;
    const rows = store.changedObjects;
    expect((await run()).counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
    });
    expect([files.writes, store.changedObjects]).toEqual([writes, rows]);
  });

  it('leaves to an entity of its own selector rules of its own', async () => {
    const { files, store, state, run } = world();
    state.entities = [
      aSharingEntity('ingestor'),
      aSharingEntity('gateway', OWN),
    ];
    await run();
    expect(files.objects.size).toBe(2);
    expect(partsIn(store)).toEqual([INGESTOR]);
    expect(servicesIn(files)).toEqual(['ingestor']);
  });

  it('moves an entity to rules of its own, which stand before it leaves the shared ones', async () => {
    const { files, store, state, run } = world();
    await run();
    state.entities = [
      aSharingEntity('ingestor'),
      aSharingEntity('gateway', OWN),
    ];
    await run();
    expect(files.objects.size).toBe(2);
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    expect((await run()).counts).toMatchObject({ updated: 1, pruned: 1 });
    expect(servicesIn(files)).toEqual(['ingestor']);
    expect(partsIn(store)).toEqual([INGESTOR]);
    expect((await run()).counts).toMatchObject({ updated: 0, pruned: 0 });
  });

  it('moves an entity back: its own rules go with the write of the shared ones, without grace', async () => {
    const { files, store, state, run } = world({ prune: { maxShare: 0 } });
    const both = [
      aSharingEntity('ingestor', OWN),
      aSharingEntity('gateway', OWN),
    ];
    state.entities = both;
    await run();
    expect([...files.objects.keys()]).not.toContain(UID);
    state.entities = [aSharingEntity('ingestor'), aSharingEntity('gateway')];
    const order: string[] = [];
    files.onWrite = ({ uid }) => order.push(`${uid} of ${files.objects.size}`);
    expect((await run()).counts).toMatchObject({ created: 3, pruned: 2 });
    expect(order).toEqual([`${UID} of 2`]);
    expect([...files.objects.keys()]).toEqual([UID]);
    expect([...store.objects.keys()].sort()).toEqual(
      [KEY, partKey('gateway'), partKey('ingestor')].sort(),
    );
  });

  it('deletes no rules of an entity while those that take their place could not be written', async () => {
    const { files, store, state, run } = world();
    state.entities = [aSharingEntity('ingestor', OWN)];
    await run();
    const [own] = files.objects.keys();
    state.entities = [aSharingEntity('ingestor')];
    files.failWrites = uid => (uid === UID ? 'The disk is full' : undefined);
    const record = await run();
    expect(record.counts.pruned).toBe(0);
    expect([...files.objects.keys()]).toEqual([own]);
    expect(partsIn(store)).toEqual([]);
    expect(store.objects.get(partKey('ingestor'))).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('The disk is full'),
    });
    files.failWrites = undefined;
    await run();
    expect([...files.objects.keys()]).toEqual([UID]);
  });

  it.each([
    ['is paused', { pause: true }],
    ['cannot be worked out', { failed: true }],
    ['is known in part only', { incomplete: true }],
    ['switched its SLOs off', { off: true }],
  ])(
    'keeps what an entity gave that %s, and goes on for the others',
    async (_, { pause, failed, incomplete, off }: Record<string, boolean>) => {
      const { files, store, state, run, catalog } = world();
      await run();
      const before = store.parts.get(`${TARGET}|${partKey('gateway')}`);
      const changed = aSharingEntity('gateway', {
        ...LOOSE,
        ...(off ? { 'monitoring/provision': 'dashboards' } : {}),
      });
      if (incomplete) {
        changed.environments[0].incomplete = 'The pack is missing';
      }
      state.entities = [aSharingEntity('ingestor', LOOSE), changed];
      if (failed) {
        state.entities.pop();
        catalog.readAll = async () => ({ ...state, failedRefs: [GATEWAY] });
      }
      if (pause) {
        await store.savePause(
          { entityRef: GATEWAY },
          { by: 'user:default/lea', at: state.now.toISOString() },
        );
      }
      expect((await run()).counts.updated).toBe(2);
      expect(store.parts.get(`${TARGET}|${partKey('gateway')}`)).toEqual(
        before,
      );
      expect(
        store.parts.get(`${TARGET}|${partKey('ingestor')}`)!.content,
      ).toMatchObject({ slos: [{ objective: '0.99' }] });
      expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    },
  );

  it('takes out who vanished, after the grace period', async () => {
    const { files, store, state, run, later } = world();
    await run();
    state.entities = [aSharingEntity('ingestor')];
    expect((await run()).counts).toMatchObject({ updated: 0, waiting: 1 });
    expect(store.objects.get(partKey('gateway'))).toMatchObject({
      state: 'pending',
      unwantedSince: state.now,
    });
    await later(DAY - 1);
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    expect((await later(1)).counts).toMatchObject({ updated: 1, pruned: 1 });
    expect(servicesIn(files)).toEqual(['ingestor']);
    expect(partsIn(store)).toEqual([INGESTOR]);
    expect(store.objects.has(partKey('gateway'))).toBe(false);
  });

  it('deletes the object with its last part', async () => {
    const { files, store, state, run, later } = world();
    await run();
    state.entities = [];
    await run();
    expect((await later(DAY)).counts).toMatchObject({ pruned: 3 });
    expect(files.objects.size).toBe(0);
    expect(store.objects.size).toBe(0);
    expect(partsIn(store)).toEqual([]);
  });

  it('keeps what a person changed also when nobody is in it any more, and rests once it is gone', async () => {
    const { files, store, state, run, later } = world();
    await run();
    files.edit(UID, { groups: [] });
    state.entities = [];
    await run();
    expect((await later(DAY)).counts).toMatchObject({
      pruned: 0,
      failed: 0,
      waiting: 3,
    });
    files.objects.delete(UID);
    expect((await run()).counts).toMatchObject({ pruned: 2, failed: 0 });
    expect([store.parts.size, store.objects.size]).toEqual([0, 0]);
  });

  it('holds the brake when too many would leave at once, and hears the answer', async () => {
    const { files, store, state, run, later } = world({
      prune: { maxShare: 0.2 },
    });
    state.entities = ['ingestor', 'gateway', 'player', 'uploader'].map(name =>
      aSharingEntity(name),
    );
    await run();
    state.entities = [
      aSharingEntity('ingestor', LOOSE),
      aSharingEntity('player'),
    ];
    await run();
    const held = await later(DAY);
    expect(held.brake).toMatchObject({
      objects: 2,
      entities: [
        { entityRef: GATEWAY },
        { entityRef: 'component:default/uploader' },
      ],
    });
    expect(servicesIn(files)).toHaveLength(4);
    await store.saveBrakeAnswer({
      digest: held.brake!.digest,
      answer: 'delete',
      by: 'user:default/lea',
      at: state.now,
    });
    expect((await run()).counts).toMatchObject({ pruned: 2, updated: 1 });
    expect(servicesIn(files)).toEqual(['ingestor', 'player']);
  });

  it('never takes anybody out on a partial catalog', async () => {
    const { files, state, run, later } = world();
    await run();
    state.entities = [];
    state.complete = false;
    await run();
    await later(2 * DAY);
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
  });

  it('keeps an edit of a person, lets parts wait for it, and puts ours back when told so', async () => {
    const { files, store, state, run, reconciler } = world();
    await run();
    files.edit(UID, { groups: [] });
    state.entities = [
      aSharingEntity('ingestor', LOOSE),
      aSharingEntity('gateway'),
    ];
    expect((await run()).counts).toMatchObject({ updated: 0, drifted: 1 });
    const row = store.objects.get(KEY)!;
    expect(row).toMatchObject({
      state: 'drifted',
      decisions: ['take-ours', 'keep-theirs'],
    });
    expect(store.objects.get(partKey('ingestor'))).toMatchObject({
      state: 'pending',
      reason: expect.stringContaining('It waits for the shared SLO rules'),
    });
    expect(store.objects.get(partKey('gateway'))).toMatchObject({
      state: 'in-sync',
    });
    const { steps } = await reconciler.planner.plan({});
    const [kept] = steps.filter(({ action }) => action === 'keep-drifted');
    await store.saveDecision({
      key: KEY,
      decision: 'take-ours',
      theirs: row.theirs!.hash,
      ours: 'object' in kept ? kept.object.hash : '',
      by: 'user:default/lea',
      at: state.now,
    });
    expect((await run()).counts).toMatchObject({ updated: 2, drifted: 0 });
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    expect(store.objects.get(partKey('ingestor'))).toMatchObject({
      state: 'in-sync',
    });
  });

  it('reverts an edit where that is configured', async () => {
    const { files, run } = world({ onDrift: 'revert' });
    await run();
    files.edit(UID, { groups: [] });
    expect((await run()).counts.updated).toBe(1);
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
  });

  it('writes nothing while the mode is plan', async () => {
    const { files, store, run } = world({ mode: 'plan' });
    await run();
    expect([files.writes, store.parts.size]).toEqual([0, 0]);
    expect(store.objects.get(KEY)).toMatchObject({ state: 'missing' });
    expect(store.objects.get(partKey('gateway'))).toMatchObject({
      state: 'missing',
    });
  });

  it('removes all when the mode is remove', async () => {
    const { files, store, run } = world();
    await run();
    const gone = setUp(
      { ...ONLY_SLOS, mode: 'remove' },
      {
        targets: [files],
        store,
      },
    );
    expect((await gone.run()).counts.pruned).toBe(3);
    expect(files.objects.size).toBe(0);
    expect(store.parts.size).toBe(0);
    expect(store.objects.size).toBe(0);
  });

  it('writes nothing anew after the database was lost', async () => {
    const { files, store, run } = world();
    await run();
    const { writes } = files;
    store.parts.clear();
    store.objects.clear();
    await run();
    expect(files.writes).toBe(writes);
    expect(partsIn(store)).toEqual([GATEWAY, INGESTOR]);
  });

  it('keeps for the grace period what nobody remembers and nobody asks for', async () => {
    const { files, store, state, run, later } = world();
    await run();
    store.parts.clear();
    store.objects.clear();
    state.entities = [aSharingEntity('ingestor')];
    await run();
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    expect(store.objects.get(KEY)).toMatchObject({
      state: 'pending',
      reason: expect.stringMatching(/record .* was lost.*'gateway'/),
    });
    await later(DAY - 1);
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    await later(1);
    expect(servicesIn(files)).toEqual(['ingestor']);
    expect(partsIn(store)).toEqual([INGESTOR]);
  });

  it('gives a renamed entity rules of its own, and deletes nothing before they stand', async () => {
    const { files, store, state, run } = world();
    await run();
    const entity = aSharingEntity('gateway', {
      'monitoring/selector': 'service="edge"',
    });
    const edge = 'component:default/edge';
    const monitoring = {
      ...entity.monitoring,
      spec: {
        ...entity.monitoring.spec,
        entityRef: edge,
        name: 'edge',
        renamedFrom: GATEWAY,
      },
      slos: entity.monitoring.slos.map(slo => ({
        ...slo,
        entityRef: edge,
        renamedFrom: GATEWAY,
      })),
    };
    state.entities = [
      aSharingEntity('ingestor'),
      { ...entity, monitoring, environments: [monitoring] },
    ];
    await run();
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    await run();
    expect(servicesIn(files)).toEqual(['ingestor']);
    expect(partsIn(store)).toEqual([INGESTOR]);
    expect(store.objects.get(`${GATEWAY}|slo-rule-group|slos`)).toMatchObject({
      entityRef: edge,
      state: 'in-sync',
    });
  });

  it('lets an entity of which nothing can be shared yet fail alone when a file is refused', async () => {
    const { files, store, state, run } = world();
    await run();
    state.entities = [
      aSharingEntity('ingestor', LOOSE),
      aSharingEntity('gateway'),
    ];
    files.failCommit = 'Prometheus refused the reload';
    const record = await run();
    expect(record.status).toBe('failed');
    expect(store.objects.get(partKey('ingestor'))).toMatchObject({
      state: 'failed',
    });
    expect(
      store.parts.get(`${TARGET}|${partKey('ingestor')}`)!.content,
    ).toMatchObject({ slos: [{ objective: '0.999' }] });
  });
});

describe('Reconciler, of one entity in shared SLO rules,', () => {
  it('changes the part of this entity, and keeps what the others gave', async () => {
    const { files, store, state, run, runOf } = world();
    await run();
    state.entities = [
      aSharingEntity('ingestor', LOOSE),
      aSharingEntity('gateway', LOOSE),
    ];
    const record = await runOf(INGESTOR);
    expect(record.counts).toMatchObject({ updated: 2, pruned: 0 });
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor']);
    expect(
      store.parts.get(`${TARGET}|${partKey('gateway')}`)!.content,
    ).toMatchObject({ slos: [{ objective: '0.999' }] });
    expect((await run()).counts).toMatchObject({ updated: 2 });
    expect((await run()).counts).toMatchObject({ updated: 0 });
  });

  it('adds an entity that is new', async () => {
    const { files, state, run, runOf } = world();
    await run();
    state.entities.push(aSharingEntity('player'));
    expect((await runOf('component:default/player')).counts).toMatchObject({
      created: 1,
      updated: 1,
    });
    expect(servicesIn(files)).toEqual(['gateway', 'ingestor', 'player']);
    expect((await run()).counts).toMatchObject({ created: 0, updated: 0 });
  });

  it('does not look at the shared rules while nothing of the entity changes', async () => {
    const { files, run, runOf } = world();
    await run();
    const list = jest.spyOn(files, 'list');
    const { writes } = files;
    expect((await runOf(INGESTOR)).counts).toMatchObject({ updated: 0 });
    expect(files.writes).toBe(writes);
    const [wanted] = list.mock.calls[0] as unknown[];
    expect(wanted).toEqual([]);
  });

  it('waits for the lock that a run on another replica has', async () => {
    const { store, state, run } = world();
    await run();
    const other = setUp(ONLY_SLOS, { store, interval: 5 });
    other.state.entities = state.entities;
    store.runs.set('elsewhere', {
      ...[...store.runs.values()][0],
      id: 'elsewhere',
      entityRef: GATEWAY,
      status: 'running',
      phases: [],
    });
    await store.lock('shared-slo-rules', 'elsewhere');
    let ended = false;
    const done = other.reconciler
      .run({ trigger: 'event', entityRef: INGESTOR })
      .then(record => {
        ended = true;
        return record;
      });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(ended).toBe(false);
    await store.unlock('shared-slo-rules', 'elsewhere');
    expect((await done).status).toBe('succeeded');
    expect(store.locks.size).toBe(0);
  });

  it('loses nobody when two replicas run two entities at once', async () => {
    const store = new MemoryStore();
    const files = new MemoryTarget(TARGET);
    const replicas = [1, 2].map(() =>
      setUp(ONLY_SLOS, { store, targets: [files], interval: 2 }),
    );
    const entities = ['ingestor', 'gateway', 'player', 'uploader'].map(name =>
      aSharingEntity(name),
    );
    replicas.forEach(replica => {
      replica.state.entities = entities;
    });
    files.onWrite = () => new Promise(resolve => setTimeout(resolve, 5));
    await Promise.all(
      entities.map(({ monitoring }, index) =>
        replicas[index % 2].reconciler.run({
          trigger: 'event',
          entityRef: monitoring.spec.entityRef,
        }),
      ),
    );
    expect(servicesIn(files)).toHaveLength(4);
    expect(partsIn(store)).toHaveLength(4);
  });
});
