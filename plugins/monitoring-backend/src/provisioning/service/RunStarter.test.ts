import { setUpService } from '../__testUtils__/setUpService';

const LEA = 'user:default/lea';

describe('A run over all that a person asks for', () => {
  it('is begun by the scheduled task, under its name', async () => {
    const { service, reconciler, scheduler } = setUpService();
    const { id } = await service.startRun({ by: LEA });
    expect(scheduler.triggered).toBe(1);
    expect(await service.getRun(id)).toMatchObject({
      status: 'running',
      by: LEA,
      phases: [],
    });
    expect(await reconciler.runScheduled({})).toMatchObject({
      id,
      by: LEA,
      trigger: 'manual',
      counts: { created: 4 },
    });
  });

  it('is the one that is under way, when there is one', async () => {
    const { service, run, scheduler, store } = setUpService();
    const running = { ...(await run()), status: 'running' as const };
    await store.saveRun(running);
    scheduler.locked = true;
    expect(await service.startRun({ by: LEA })).toEqual({ id: running.id });
    expect(await store.claimRun()).toBeUndefined();
    expect(store.runs.size).toBe(1);
  });

  it('is one for all who ask before it begins', async () => {
    const { service, reconciler, store } = setUpService();
    const [first, second] = [
      await service.startRun({ by: LEA }),
      await service.startRun({ by: 'user:default/ben' }),
    ];
    expect(second).toEqual(first);
    expect(store.runs.size).toBe(1);
    expect(await reconciler.runScheduled({})).toMatchObject({ by: LEA });
    expect((await service.startRun({ by: LEA })).id).not.toBe(first.id);
  });

  it('waits for the moment between two runs to pass', async () => {
    const { service, scheduler } = setUpService();
    scheduler.locked = true;
    setTimeout(() => {
      scheduler.locked = false;
    }, 12);
    await service.startRun({ by: LEA });
    expect(scheduler.triggered).toBe(1);
  });

  it('is not left behind when the scheduler lets nobody in', async () => {
    const { service, scheduler, store } = setUpService();
    scheduler.locked = true;
    await expect(service.startRun({ by: LEA })).rejects.toThrow('try again');
    expect(store.runs.size).toBe(0);
  });
});
