import { anEntity } from '../__testUtils__/setUpReconciler';
import { setUpService } from '../__testUtils__/setUpService';
import { ProvisioningService } from '../ProvisioningService';
import { PauseScope } from '../store';

const DAY = 86_400_000;
const LEA = 'user:default/lea';
const INGESTOR = 'component:default/ingestor';

/** Ids of runs that say that they wait for a person. */
async function waitingRuns(service: ProvisioningService): Promise<string[]> {
  const { items } = await service.listRuns({ limit: 20 });
  return items
    .filter(({ brake }) => brake && !brake.answer)
    .map(({ id }) => id);
}

describe('DefaultProvisioningService', () => {
  it('tells how provisioning stands', async () => {
    const { service, run, store, state } = setUpService({
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 5 } },
    });
    expect(await service.overview()).toMatchObject({
      mode: 'apply',
      onDrift: 'keep',
      paused: undefined,
      running: undefined,
      lastRun: undefined,
      nextRunAt: undefined,
      targets: [
        {
          id: 'grafana:default',
          title: 'Memory',
          state: 'unknown',
          objects: 0,
        },
        { id: 'rule-files:default', state: 'unknown' },
      ],
    });
    const last = await run();
    const running = { ...last, id: 'other', status: 'running' as const };
    await store.saveRun({ ...running, id: 'one', entityRef: INGESTOR });
    await store.saveRun(running);
    expect(await service.overview()).toMatchObject({
      lastRun: { id: last.id },
      running: { id: 'other' },
      nextRunAt: new Date(state.now.getTime() + 300_000).toISOString(),
      targets: [
        { id: 'grafana:default', state: 'ok', objects: 2 },
        { id: 'rule-files:default', state: 'ok', objects: 2 },
      ],
    });
  });

  it('tells until when a failing target is left in peace', async () => {
    const { service, run, grafana, state } = setUpService();
    grafana.failList = 'Grafana does not answer';
    await run();
    const { targets } = await service.overview();
    expect(targets[0]).toEqual({
      id: 'grafana:default',
      title: 'Memory',
      state: 'waiting',
      message: 'Grafana does not answer',
      retryAt: new Date(state.now.getTime() + 5_000).toISOString(),
      objects: 0,
    });
  });

  it('tells of one entity what there is and how it stands', async () => {
    const { service, run, state } = setUpService();
    await run();
    const now = state.now.toISOString();
    const entity = await service.entity(INGESTOR);
    expect(entity).toMatchObject({
      onDrift: 'keep',
      mode: 'apply',
      lastReconciledAt: now,
      running: undefined,
    });
    expect(entity).not.toHaveProperty('paused');
    expect(entity.objects).toHaveLength(3);
    expect(entity.objects[0]).toMatchObject({ state: 'in-sync' });
    expect(entity.objects[0]).not.toHaveProperty('hash');
    expect(entity.objects[0]).not.toHaveProperty('entityRef');
    await service.pause({ entityRef: INGESTOR }, { by: LEA, reason: 'Test' });
    expect((await service.entity(INGESTOR)).paused).toEqual({
      scope: 'entity',
      by: LEA,
      at: now,
      reason: 'Test',
    });
    await service.pause('all', { by: LEA });
    expect((await service.entity(INGESTOR)).paused).toEqual({
      scope: 'all',
      by: LEA,
      at: now,
    });
    await service.resume('all', { by: LEA });
    await service.resume({ entityRef: INGESTOR }, { by: LEA });
    expect(await service.entity(INGESTOR)).not.toHaveProperty('paused');
  });

  it('starts a run of one entity, and shows it while it is under way', async () => {
    const { service, ended, grafana } = setUpService();
    grafana.onWrite = () => new Promise(resolve => setTimeout(resolve, 10));
    const { id } = await service.startRun({ by: LEA, entityRef: INGESTOR });
    expect((await service.entity(INGESTOR)).running).toMatchObject({ id });
    expect(await ended(id)).toMatchObject({
      by: LEA,
      trigger: 'manual',
      entityRef: INGESTOR,
      counts: { created: 4 },
    });
    expect((await service.entity(INGESTOR)).running).toBeUndefined();
  });

  it('lists runs page by page', async () => {
    const { service, run } = setUpService();
    const [first, second] = [await run(), await run()];
    const page = await service.listRuns({ limit: 1 });
    expect(page).toMatchObject({ items: [{ id: second.id }], totalItems: 2 });
    expect(
      await service.listRuns({ limit: 1, cursor: page.nextCursor }),
    ).toEqual({ items: [first], totalItems: 2 });
    await expect(service.listRuns({ cursor: 'x' })).rejects.toThrow('cursor');
    await expect(service.getRun('other')).rejects.toThrow('No run');
    await expect(service.listSteps('other', {})).rejects.toThrow('No run');
    expect(await service.listSteps(first.id, {})).toHaveLength(4);
  });

  it('stops a run that is under way, and no other', async () => {
    const { service, run, grafana, ended } = setUpService();
    grafana.onWrite = () => new Promise(resolve => setTimeout(resolve, 30));
    const { id } = await service.startRun({ by: LEA, entityRef: INGESTOR });
    await service.stopRun(id, { by: LEA });
    expect((await ended(id)).status).toBe('stopped');
    await expect(service.stopRun(id, { by: LEA })).rejects.toThrow('ended');
    grafana.onWrite = undefined;
    expect((await run()).status).toBe('succeeded');
  });

  it.each<[string, PauseScope, string[]]>([
    ['everything stops every run', 'all', ['all', 'one', 'other']],
    ['one entity stops the runs of it alone', { entityRef: INGESTOR }, ['one']],
  ])(
    'does at once what is asked: a pause of %s',
    async (_w, scope, stopped) => {
      const { service, run, store } = setUpService();
      const running = { ...(await run()), status: 'running' as const };
      await store.saveRun({ ...running, id: 'all' });
      await store.saveRun({ ...running, id: 'one', entityRef: INGESTOR });
      await store.saveRun({
        ...running,
        id: 'other',
        entityRef: 'component:d/o',
      });
      await service.pause(scope, { by: LEA });
      expect([...store.stops.keys()].sort()).toEqual(stopped);
    },
  );

  it('takes an answer to the brake for exactly what the person saw', async () => {
    const { service, run, state, scheduler, store } = setUpService({
      prune: { maxShare: 0.2 },
    });
    const answer = { digest: 'x', answer: 'delete' as const, objects: 6 };
    await expect(service.answerBrake(answer, { by: LEA })).rejects.toThrow(
      'Nothing waits',
    );
    state.entities = ['a', 'b', 'c', 'd'].map(name => anEntity(name));
    await run();
    state.entities = state.entities.slice(2);
    await run();
    state.now = new Date(state.now.getTime() + 2 * DAY);
    await run();
    const { brake } = await service.overview();
    expect(brake).toMatchObject({ objects: 6 });
    expect(brake).not.toHaveProperty('answer');
    await expect(service.answerBrake(answer, { by: LEA })).rejects.toThrow(
      'Other objects',
    );
    const { digest } = brake!;
    await expect(
      service.answerBrake({ ...answer, digest, objects: 5 }, { by: LEA }),
    ).rejects.toThrow('6 objects would be deleted');
    expect(store.answer).toBeUndefined();
    await service.answerBrake({ digest, answer: 'keep' }, { by: LEA });
    expect((await service.overview()).brake).toMatchObject({
      answer: { answer: 'keep', by: LEA },
    });
    expect(scheduler.triggered).toBe(0);
    await service.answerBrake({ ...answer, digest }, { by: LEA });
    expect(scheduler.triggered).toBe(1);
    expect((await run()).counts.pruned).toBe(6);
    expect((await service.overview()).brake).toBeUndefined();
    expect(await waitingRuns(service)).toEqual([]);
  });

  it('asks a person by the last run alone', async () => {
    const { service, run, state } = setUpService({ prune: { maxShare: 0.2 } });
    const all = ['a', 'b', 'c', 'd'].map(name => anEntity(name));
    state.entities = all;
    await run();
    state.entities = all.slice(2);
    await run();
    state.now = new Date(state.now.getTime() + 2 * DAY);
    const { id } = await run();
    expect(await waitingRuns(service)).toEqual([id]);
    state.entities = all;
    await run();
    expect(await waitingRuns(service)).toEqual([]);
    expect((await service.getRun(id)).brake).toBeUndefined();
  });
});
