import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { DatabaseProvisioningStore } from '../DatabaseProvisioningStore';
import { StoredObject } from '../ProvisioningStore';

/** A row with every field that a store keeps. */
export const AN_OBJECT: StoredObject = {
  key: 'component:default/a|dashboard|http/overview',
  entityRef: 'component:default/a',
  kind: 'dashboard',
  target: 'grafana:default',
  uid: 'sl-a',
  title: 'A',
  environment: 'stage',
  state: 'drifted',
  reason: 'A person changed it',
  url: 'https://grafana/d/sl-a',
  hash: 'abc',
  differences: [{ path: 'title', theirs: 'B', ours: 'A' }],
  theirs: { hash: 'def', by: 'lea', at: '2026-11-24T11:00:00.000Z' },
  decisions: ['take-ours', 'keep-theirs'],
  decided: {
    decision: 'keep-theirs',
    by: 'user:default/lea',
    at: '2026-11-24T11:30:00.000Z',
  },
  retry: { failures: 2, at: '2026-11-24T12:01:00.000Z' },
  failedHash: 'abd',
  lastAppliedAt: '2026-11-24T12:00:00.000Z',
  unwantedSince: new Date('2026-11-24T13:00:00Z'),
};

/** A run that ended and did nothing, unless told otherwise. */
export function aRun(more: Partial<ProvisioningRun> = {}): ProvisioningRun {
  return {
    id: 'run-1',
    status: 'succeeded',
    startedAt: '2026-11-24T12:00:00.000Z',
    finishedAt: '2026-11-24T12:00:01.000Z',
    trigger: 'schedule',
    mode: 'apply',
    entities: 1,
    complete: true,
    counts: {
      created: 0,
      updated: 0,
      unchanged: 4,
      drifted: 0,
      conflict: 0,
      failed: 0,
      pruned: 0,
      waiting: 0,
    },
    phases: [{ name: 'plan', done: 4, total: 4, failed: 0, duration: 12 }],
    errors: [],
    ...more,
  };
}

/**
 * The databases that a store is tested on: PostgreSQL too where
 * `BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING` says where one is.
 */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
    disableDocker: true,
  });
}

/** A store on a database of its own, with a clock that the test moves. */
export async function aStore(databases: TestDatabases, id: TestDatabaseId) {
  const knex = await databases.init(id);
  const clock = { now: new Date('2026-11-24T12:00:00Z') };
  const store = await DatabaseProvisioningStore.create({
    database: mockServices.database({ knex }),
    now: () => clock.now,
  });
  return { store, clock, knex };
}
