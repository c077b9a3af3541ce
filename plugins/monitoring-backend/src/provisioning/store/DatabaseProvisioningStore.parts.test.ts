import { aRun, aStore, createTestDatabases } from './__testUtils__/builders';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const PART = {
  target: 'rule-files:default',
  key: 'component:default/a|slo-rule-group|shared-slos',
  entityRef: 'component:default/a',
  hash: '0123456789abcdef',
};
const content = { slos: [{ id: 'availability', objective: '0.999' }] };

describe.each(databases.eachSupportedId())(
  'DatabaseProvisioningStore, of what is shared, on %s',
  id => {
    it('gives back what entities gave, contents when they are asked for', async () => {
      const { store } = await aStore(databases, id);
      const other = { ...PART, target: 'mimir:default' };
      await store.saveParts([
        { ...PART, content },
        { ...other, content },
      ]);
      expect(await store.listParts()).toEqual([other, PART]);
      expect(await store.readParts(PART.target, [PART.key, 'gone'])).toEqual(
        new Map([[PART.key, content]]),
      );
      const changed = { ...PART, hash: 'fedcba9876543210' };
      await store.saveParts([{ ...changed, content: {} }]);
      expect(
        await store.listParts({ entityRefs: ['component:default/a'] }),
      ).toEqual([other, changed]);
      expect(
        await store.listParts({ entityRefs: ['component:default/b'] }),
      ).toEqual([]);
      await store.removeParts([PART]);
      expect(await store.listParts()).toEqual([other]);
    });

    it('counts the entities of a target, not their environments', async () => {
      const { store } = await aStore(databases, id);
      await store.saveParts(
        ['a', 'a@stage', 'b'].map(key => ({
          ...PART,
          key,
          entityRef: `component:default/${key[0]}`,
          content,
        })),
      );
      expect(await store.countParts()).toEqual(new Map([[PART.target, 2]]));
    });

    it('takes more parts at once than one statement can hold', async () => {
      const { store } = await aStore(databases, id);
      const keys = Array.from({ length: 500 }, (_, index) => `part-${index}`);
      await store.saveParts(keys.map(key => ({ ...PART, key, content })));
      expect(await store.listParts()).toHaveLength(500);
      expect((await store.readParts(PART.target, keys)).size).toBe(500);
    });

    it('gives a lock to one run, until it lets go or lives no more', async () => {
      const { store, clock } = await aStore(databases, id);
      const running = { status: 'running', finishedAt: undefined } as const;
      await store.saveRun(aRun({ id: 'a', ...running }));
      await store.saveRun(aRun({ id: 'b', ...running }));
      const taken = await Promise.all([
        store.lock('rules', 'a'),
        store.lock('rules', 'b'),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      const [holder, other] = taken[0] ? ['a', 'b'] : ['b', 'a'];
      expect(await store.lock('rules', holder)).toBe(true);
      expect(await store.lock('rules', other)).toBe(false);
      await store.unlock('rules', other);
      expect(await store.lock('rules', other)).toBe(false);
      await store.unlock('rules', holder);
      expect(await store.lock('rules', other)).toBe(true);

      clock.now = new Date(clock.now.getTime() + 3_600_000);
      await store.saveRun(aRun({ id: holder, ...running }));
      expect(await store.lock('rules', holder)).toBe(true);
      expect(await store.lock('rules', other)).toBe(false);
    });
  },
);
