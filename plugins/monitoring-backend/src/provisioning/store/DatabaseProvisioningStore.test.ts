import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseProvisioningStore } from './DatabaseProvisioningStore';
import { StoredObject } from './ProvisioningStore';

jest.setTimeout(60_000);

const object: StoredObject = {
  key: 'component:default/a|dashboard|http/overview',
  entityRef: 'component:default/a',
  kind: 'dashboard',
  target: 'grafana:default',
  uid: 'sl-a',
  title: 'A',
  state: 'drifted',
  reason: 'A person changed it',
  url: 'https://grafana/d/sl-a',
  hash: 'abc',
  differences: [{ path: 'title', theirs: 'B', ours: 'A' }],
  lastAppliedAt: '2026-11-24T12:00:00.000Z',
  unwantedSince: new Date('2026-11-24T13:00:00Z'),
};

describe('DatabaseProvisioningStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function aStore() {
    const knex = await databases.init('SQLITE_3');
    return DatabaseProvisioningStore.create({
      database: mockServices.database({ knex }),
    });
  }

  it('gives back what it was given', async () => {
    const store = await aStore();
    await store.saveObjects([object]);
    expect(await store.listObjects()).toEqual([object]);
    await store.saveObjects([
      {
        ...object,
        state: 'in-sync',
        reason: undefined,
        differences: undefined,
      },
    ]);
    expect(await store.listObjects()).toEqual([
      {
        ...object,
        state: 'in-sync',
        reason: undefined,
        differences: undefined,
      },
    ]);
    expect(
      await store.listObjects({ entityRef: 'component:default/b' }),
    ).toEqual([]);
    await store.removeObjects([object.key]);
    expect(await store.listObjects()).toEqual([]);
  });

  it('makes one random key for fingerprints, and keeps it', async () => {
    const [a, b] = [await aStore(), await aStore()];
    const key = await a.fingerprintKey();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await a.fingerprintKey()).toBe(key);
    expect(await b.fingerprintKey()).not.toBe(key);
  });

  it('takes more objects at once than one statement can hold', async () => {
    const store = await aStore();
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...object,
      key: `${object.key}${String(index).padStart(3, '0')}`,
    }));
    await store.saveObjects(many);
    expect(await store.listObjects()).toHaveLength(500);
    await store.removeObjects(many.map(({ key }) => key));
    expect(await store.listObjects()).toHaveLength(0);
  });

  it('keeps the last hundred runs', async () => {
    const store = await aStore();
    expect(await store.lastRun()).toBeUndefined();
    const run = (index: number) => ({
      id: `run-${index}`,
      startedAt: new Date(index * 1_000).toISOString(),
      finishedAt: new Date(index * 1_000 + 500).toISOString(),
      trigger: 'schedule' as const,
      counts: {
        created: index,
        updated: 0,
        unchanged: 0,
        drifted: 0,
        conflict: 0,
        failed: 0,
        pruned: 0,
      },
      errors: [{ message: 'no' }],
    });
    for (let index = 1; index <= 105; index += 1) {
      await store.saveRun(run(index));
    }
    expect(await store.lastRun()).toEqual(run(105));
  });

  it('remembers when it looked at each of many entities', async () => {
    const store = await aStore();
    const refs = Array.from(
      { length: 500 },
      (_, index) => `component:d/${index}`,
    );
    await store.saveReconciled(refs, new Date('2026-11-24T12:00:00Z'));
    await store.saveReconciled([refs[499]], new Date('2026-11-24T13:00:00Z'));
    expect(await store.lastReconciledAt(refs[0])).toEqual(
      new Date('2026-11-24T12:00:00Z'),
    );
    expect(await store.lastReconciledAt(refs[499])).toEqual(
      new Date('2026-11-24T13:00:00Z'),
    );
    expect(await store.lastReconciledAt('component:d/other')).toBeUndefined();
  });

  it('forgets the entities that it has not looked at since', async () => {
    const store = await aStore();
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
    await store.saveReconciled(['component:d/gone', 'component:d/a'], at(12));
    await store.saveReconciled(['component:d/a'], at(13));
    await store.removeReconciledBefore(at(13));
    expect(await store.lastReconciledAt('component:d/gone')).toBeUndefined();
    expect(await store.lastReconciledAt('component:d/a')).toEqual(at(13));
  });
});
