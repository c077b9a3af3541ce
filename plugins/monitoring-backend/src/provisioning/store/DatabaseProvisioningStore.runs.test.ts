import { ProvisioningStep } from '@sightline/backstage-plugin-monitoring-common';
import { aRun, aStore, createTestDatabases } from './__testUtils__/builders';

jest.setTimeout(60_000);

const MINUTE = 60_000;

function at(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 24, 12) + minutes * MINUTE).toISOString();
}

function counts(more: object) {
  return { ...aRun().counts, ...more };
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'DatabaseProvisioningStore, of runs, on %s',
  id => {
    it('gives back what it was given', async () => {
      const { store } = await aStore(databases, id);
      const run = aRun({
        by: 'user:default/lea',
        entityRef: 'component:default/a',
        trigger: 'manual',
        errors: [{ message: 'no', target: 'grafana:default' }],
        brake: {
          digest: 'abc',
          objects: 214,
          managed: 1_000,
          maxShare: 0.1,
          byKind: { dashboard: 214 },
          entities: [],
          entityCount: 100,
          since: at(0),
        },
      });
      await store.saveRun(run);
      expect(await store.findRun(run.id)).toEqual(run);
      expect(await store.findRun('other')).toBeUndefined();
      expect(await store.lastRun()).toBeUndefined();
      await store.saveRun(aRun({ id: 'all' }));
      expect((await store.lastRun())?.id).toBe('all');
    });

    it('keeps the last hundred runs, and the last hundred that did something', async () => {
      const { store } = await aStore(databases, id);
      for (let index = 0; index < 230; index += 1) {
        const wrote = index < 120;
        await store.saveRun(
          aRun({
            id: `run-${String(index).padStart(3, '0')}`,
            startedAt: at(index),
            trigger: 'manual',
            counts: counts({ created: wrote ? 1 : 0 }),
          }),
        );
      }
      const page = await store.listRuns({ limit: 1, offset: 0 });
      expect(page).toMatchObject({
        totalItems: 200,
        items: [{ id: 'run-229' }],
      });
      const eventful = await store.listRuns({
        eventful: true,
        limit: 100,
        offset: 0,
      });
      expect(eventful.totalItems).toBe(100);
      expect(eventful.items.map(run => run.id).slice(-1)).toEqual(['run-020']);
    });

    it('keeps the last run over all, however many of single entities came after it', async () => {
      const { store } = await aStore(databases, id);
      await store.saveRun(aRun({ id: 'before', startedAt: at(0) }));
      const last = { id: 'all', startedAt: at(1), trigger: 'manual' as const };
      await store.saveRun(aRun(last));
      await store.saveSteps('all', []);
      for (let index = 0; index < 110; index += 1) {
        await store.saveRun(
          aRun({
            id: `one-${index}`,
            startedAt: at(2 + index),
            entityRef: `component:default/${index}`,
            counts: counts({ updated: 1 }),
          }),
        );
      }
      expect((await store.lastRun())?.id).toBe('all');
      const { totalItems } = await store.listRuns({ limit: 1, offset: 0 });
      expect(totalItems).toBe(101);
    });

    it('knows the last run over all that could plan, although later ones could not', async () => {
      const { store } = await aStore(databases, id);
      await store.saveRun(aRun({ id: 'planned', startedAt: at(0) }));
      const failed = { status: 'failed', trigger: 'manual' } as const;
      for (let minute = 1; minute <= 201; minute += 1) {
        await store.saveRun(
          aRun({
            ...failed,
            id: `${minute}`,
            startedAt: at(minute),
            ...(minute % 2 ? { entities: undefined } : { complete: false }),
          }),
        );
      }
      expect((await store.lastRun())?.id).toBe('201');
      expect((await store.lastRun({ planned: true }))?.id).toBe('planned');
    });

    it('lets the last of many runs that did nothing stand for all', async () => {
      const { store } = await aStore(databases, id);
      await store.saveRun(
        aRun({ id: 'wrote', startedAt: at(0), counts: counts({ updated: 1 }) }),
      );
      const drifted = { counts: counts({ drifted: 1 }) };
      for (let minute = 1; minute <= 5; minute += 1) {
        const startedAt = at(minute);
        await store.saveRun(aRun({ id: `idle-${minute}`, startedAt }));
        await store.saveRun(
          aRun({ id: `drifted-${minute}`, startedAt, ...drifted }),
        );
        await store.saveRun(
          aRun({
            id: `event-${minute}`,
            startedAt,
            trigger: 'event',
            entityRef: `component:default/${minute}`,
          }),
        );
      }
      await store.saveRun(
        aRun({ id: 'asked', startedAt: at(6), trigger: 'manual' }),
      );
      const { items } = await store.listRuns({ limit: 20, offset: 0 });
      expect(items.map(run => run.id).sort()).toEqual([
        'asked',
        'drifted-5',
        'event-5',
        'idle-5',
        'wrote',
      ]);
    });

    it('shows a run that lost its process as stopped, and writes that down', async () => {
      const { store, clock } = await aStore(databases, id);
      const run = aRun({ status: 'running', finishedAt: undefined });
      await store.saveRun(run);
      expect(await store.listRunning()).toEqual([run]);
      const last = clock.now.toISOString();
      clock.now = new Date(clock.now.getTime() + 2 * MINUTE);
      expect(await store.listRunning()).toEqual([]);
      const stopped = { ...run, status: 'stopped', finishedAt: last };
      expect(await store.findRun(run.id)).toEqual(stopped);
      expect(await store.lastRun()).toBeUndefined();
      await store.endLostRuns();
      expect(await store.lastRun()).toEqual(stopped);
    });

    it('keeps a run that says that it lives', async () => {
      const { store, clock } = await aStore(databases, id);
      const run = aRun({ status: 'running', finishedAt: undefined });
      for (let minute = 0; minute < 5; minute += 1) {
        await store.saveRun(run);
        clock.now = new Date(clock.now.getTime() + MINUTE / 2);
        await store.endLostRuns();
        expect(await store.listRunning()).toHaveLength(1);
      }
    });

    it('gives a run that was asked for to one replica, once', async () => {
      const { store } = await aStore(databases, id);
      const asked = aRun({
        id: 'asked',
        status: 'running',
        finishedAt: undefined,
        trigger: 'manual',
        by: 'user:default/lea',
      });
      expect(await store.claimRun()).toBeUndefined();
      await store.requestRun(asked);
      expect(await store.claimRun()).toEqual(asked);
      expect(await store.claimRun()).toBeUndefined();
      await store.withdrawRun(asked.id);
      expect(await store.findRun(asked.id)).toEqual(asked);
      await store.requestRun({ ...asked, id: 'late' });
      await store.withdrawRun('late');
      expect(await store.findRun('late')).toBeUndefined();
    });

    it('keeps a run that was asked for until one begins it, however long that takes', async () => {
      const { store, clock } = await aStore(databases, id);
      const asked = aRun({
        status: 'running',
        finishedAt: undefined,
        trigger: 'manual',
        phases: [],
      });
      await store.requestRun(asked);
      clock.now = new Date(clock.now.getTime() + 10 * MINUTE);
      await store.endLostRuns();
      expect(await store.findRun(asked.id)).toEqual(asked);
      expect(await store.listRunning()).toEqual([asked]);
      expect(await store.claimRun()).toEqual(asked);
      expect(await store.listRunning()).toEqual([asked]);
      clock.now = new Date(clock.now.getTime() + 2 * MINUTE);
      expect(await store.listRunning()).toEqual([]);
    });

    it('ends a run that is stopped before one begins it', async () => {
      const { store, clock } = await aStore(databases, id);
      const asked = aRun({
        status: 'running',
        finishedAt: undefined,
        trigger: 'manual',
      });
      await store.requestRun(asked);
      clock.now = new Date(clock.now.getTime() + MINUTE);
      await store.requestStop(asked.id, 'user:default/lea');
      expect(await store.claimRun()).toBeUndefined();
      expect(await store.findRun(asked.id)).toEqual({
        ...asked,
        status: 'stopped',
        finishedAt: clock.now.toISOString(),
        errors: [{ message: 'user:default/lea stopped it before it began' }],
      });
    });

    it('remembers who asked a run to stop, while the run saves its progress', async () => {
      const { store } = await aStore(databases, id);
      const run = aRun({ status: 'running', finishedAt: undefined });
      await store.saveRun(run);
      expect(await store.stopRequestedBy(run.id)).toBeUndefined();
      await store.requestStop(run.id, 'user:default/lea');
      await store.saveRun(run);
      expect(await store.stopRequestedBy(run.id)).toBe('user:default/lea');
    });

    it('keeps steps as long as their run, failed ones first', async () => {
      const { store } = await aStore(databases, id);
      const step = (
        uid: string,
        more: Partial<ProvisioningStep>,
      ): ProvisioningStep => ({
        action: 'update',
        key: uid,
        entityRef: 'component:default/a',
        kind: 'dashboard',
        target: 'grafana:default',
        uid,
        title: uid,
        ...more,
      });
      const done = step('done', { outcome: 'done' });
      const waiting = step('waiting', { outcome: 'waiting' });
      const failed = step('failed', { outcome: 'failed', kind: 'folder' });
      const other = step('other', {
        outcome: 'failed',
        entityRef: 'component:default/b',
      });
      await store.saveRun(aRun());
      await store.saveSteps('run-1', [done, waiting, failed, other]);
      const uids = async (query: Parameters<typeof store.listSteps>[1]) =>
        (await store.listSteps('run-1', query)).map(({ uid }) => uid);
      expect(await store.listSteps('run-1', {})).toEqual([
        failed,
        other,
        waiting,
        done,
      ]);
      expect(await uids({ outcome: ['failed', 'done'] })).toEqual([
        'failed',
        'other',
        'done',
      ]);
      expect(await uids({ kind: ['folder'] })).toEqual(['failed']);
      expect(await uids({ entityRef: 'component:default/b' })).toEqual([
        'other',
      ]);
      await store.saveRun(aRun({ id: 'run-2', startedAt: at(1) }));
      expect(await store.listSteps('run-1', {})).toEqual([]);
    });
  },
);
