import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  AN_OBJECT,
  aStore,
  createTestDatabases,
} from './__testUtils__/builders';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseProvisioningStore, of objects, on %s',
  id => {
    it('gives back what it was given', async () => {
      const { store } = await aStore(databases, id);
      await store.saveObjects([AN_OBJECT]);
      expect(await store.listObjects()).toEqual([AN_OBJECT]);
      const settled = {
        key: AN_OBJECT.key,
        entityRef: AN_OBJECT.entityRef,
        kind: AN_OBJECT.kind,
        target: AN_OBJECT.target,
        uid: AN_OBJECT.uid,
        title: AN_OBJECT.title,
        state: 'in-sync' as const,
      };
      await store.saveObjects([settled]);
      expect(await store.listObjects()).toEqual([settled]);
      expect(
        await store.listObjects({ entityRef: 'component:default/b' }),
      ).toEqual([]);
      await store.removeObjects([AN_OBJECT.key]);
      expect(await store.listObjects()).toEqual([]);
    });

    it('takes more objects at once than one statement can hold', async () => {
      const { store } = await aStore(databases, id);
      const many = Array.from({ length: 500 }, (_, index) => ({
        ...AN_OBJECT,
        key: `${AN_OBJECT.key}${String(index).padStart(3, '0')}`,
      }));
      await store.saveObjects(many);
      expect(await store.listObjects()).toHaveLength(500);
      await store.removeObjects(many.map(({ key }) => key));
      expect(await store.listObjects()).toHaveLength(0);
    });

    it('counts what each target has, and not what was never written', async () => {
      const { store } = await aStore(databases, id);
      await store.saveObjects([
        AN_OBJECT,
        { ...AN_OBJECT, key: 'b' },
        { ...AN_OBJECT, key: 'c', hash: undefined },
        { ...AN_OBJECT, key: 'd', target: 'rule-files:default' },
      ]);
      expect(await store.countObjects()).toEqual(
        new Map([
          ['grafana:default', 2],
          ['rule-files:default', 1],
        ]),
      );
    });

    it('makes one random key for fingerprints, and keeps it', async () => {
      const { store: a } = await aStore(databases, id);
      const { store: b } = await aStore(databases, id);
      const key = await a.fingerprintKey();
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(await a.fingerprintKey()).toBe(key);
      expect(await b.fingerprintKey()).not.toBe(key);
    });

    it('can be taken back to what it was before this version', async () => {
      const { knex } = await aStore(databases, id);
      await knex('monitoring_objects').insert({
        key: 'a',
        entity_ref: 'component:default/a',
        kind: 'dashboard',
        target: 'grafana:default',
        uid: 'a',
        title: 'A',
        state: 'in-sync',
      });
      // By default knex looks below the folder that the tests happen to run in.
      const directory = resolvePackagePath(
        '@sightline/backstage-plugin-monitoring-backend',
        'migrations',
      );
      await knex.migrate.down({ directory });
      expect(await knex.schema.hasTable('monitoring_shared_parts')).toBe(false);
      await knex.migrate.down({ directory });
      expect(await knex('monitoring_objects')).toEqual([
        expect.not.objectContaining({ theirs: null }),
      ]);
      await knex.migrate.latest({ directory });
      expect(await knex('monitoring_objects')).toEqual([
        expect.objectContaining({ key: 'a', theirs: null }),
      ]);
    });
  },
);
