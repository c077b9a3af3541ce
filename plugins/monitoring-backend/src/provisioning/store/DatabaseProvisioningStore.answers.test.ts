import { aStore, createTestDatabases } from './__testUtils__/builders';

jest.setTimeout(60_000);

const LEA = 'user:default/lea';

function at(hour: number): Date {
  return new Date(Date.UTC(2026, 10, 24, hour));
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseProvisioningStore on %s',
  id => {
    it('remembers the last decision about each object', async () => {
      const { store } = await aStore(databases, id);
      const decision = {
        key: 'a',
        decision: 'keep-theirs' as const,
        theirs: 'abc',
        ours: 'def',
        by: LEA,
        at: at(12),
      };
      await store.saveDecision({ ...decision, decision: 'take-ours' });
      await store.saveDecision(decision);
      await store.saveDecision({ ...decision, key: 'b' });
      expect(await store.listDecisions({ key: 'a' })).toEqual([decision]);
      await store.removeDecisions([
        { key: 'a', theirs: 'before', ours: 'def' },
        { key: 'b', theirs: 'abc', ours: 'def' },
        { key: 'c', theirs: 'abc', ours: 'def' },
      ]);
      expect(await store.listDecisions()).toEqual([decision]);
    });

    it('remembers what is paused', async () => {
      const { store } = await aStore(databases, id);
      const pause = { by: LEA, at: at(12).toISOString() };
      const explained = { ...pause, reason: 'Incident 12' };
      const one = { entityRef: 'component:default/a' };
      await store.savePause('all', pause);
      await store.savePause(one, pause);
      await store.savePause(one, explained);
      expect(await store.listPauses()).toEqual(
        new Map([
          ['all', pause],
          ['component:default/a', explained],
        ]),
      );
      await store.removePause('all');
      expect([...(await store.listPauses()).keys()]).toEqual([
        'component:default/a',
      ]);
    });

    it('remembers the last answer to a brake', async () => {
      const { store } = await aStore(databases, id);
      expect(await store.brakeAnswer()).toBeUndefined();
      const answer = {
        digest: 'a',
        answer: 'keep' as const,
        by: LEA,
        at: at(1),
      };
      await store.saveBrakeAnswer(answer);
      const next = { ...answer, digest: 'b', answer: 'delete' as const };
      await store.saveBrakeAnswer(next);
      expect(await store.brakeAnswer()).toEqual(next);
    });

    it('remembers when it looked at each of many entities', async () => {
      const { store } = await aStore(databases, id);
      const refs = Array.from(
        { length: 500 },
        (_, index) => `component:d/${index}`,
      );
      await store.saveReconciled(refs, at(12), { all: true });
      await store.saveReconciled([refs[499]], at(13));
      expect(await store.lastReconciledAt(refs[0])).toEqual(at(12));
      expect(await store.lastReconciledAt(refs[499])).toEqual(at(13));
      expect(await store.lastReconciledAt('component:d/other')).toBeUndefined();
      await store.saveReconciled(refs, at(14), { all: true });
      expect(await store.lastReconciledAt(refs[499])).toEqual(at(14));
    });

    it('writes a few rows when it looked at the same entities as before', async () => {
      const { store, knex } = await aStore(databases, id);
      const refs = Array.from(
        { length: 500 },
        (_, index) => `component:d/${index}`,
      );
      await store.saveReconciled(refs, at(12), { all: true });
      let writes = 0;
      knex.on('query', ({ sql }) => {
        writes += /^(insert|update|delete)/i.test(sql) ? 1 : 0;
      });
      await store.saveReconciled(refs, at(13), { all: true });
      expect(writes).toBe(1);
      expect(await store.lastReconciledAt(refs[7])).toEqual(at(13));
    });

    it('forgets the entities that are gone from a whole catalog', async () => {
      const { store } = await aStore(databases, id);
      await store.saveReconciled(
        ['component:d/gone', 'component:d/a'],
        at(12),
        {
          all: true,
        },
      );
      await store.saveReconciled(['component:d/a'], at(13));
      expect(await store.lastReconciledAt('component:d/gone')).toEqual(at(12));
      await store.saveReconciled(['component:d/a'], at(14), { all: true });
      expect(await store.lastReconciledAt('component:d/gone')).toBeUndefined();
      expect(await store.lastReconciledAt('component:d/a')).toEqual(at(14));
    });
  },
);
