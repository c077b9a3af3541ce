import { anEntity } from '../__testUtils__/setUpReconciler';
import { setUpService } from '../__testUtils__/setUpService';

const LEA = 'user:default/lea';
const INGESTOR = 'component:default/ingestor';

async function setUpEdited() {
  const parts = setUpService();
  await parts.run();
  const dashboard = [...parts.grafana.objects.values()].find(
    ({ kind }) => kind === 'dashboard',
  )!;
  parts.grafana.edit(dashboard.uid, { ...dashboard.content, title: 'By hand' });
  await parts.run();
  const objects = await parts.service.listObjects(INGESTOR);
  const object = objects.find(({ kind }) => kind === 'dashboard')!;
  const title = () => parts.grafana.objects.get(object.uid)?.content.title;
  return { ...parts, dashboard, object, title };
}

describe('What a person sees of one entity', () => {
  it('is what a run would do now, and nothing is written', async () => {
    const { service, files, grafana, store, state, run } = setUpService();
    await run();
    const [writes, runs] = [files.writes + grafana.writes, store.runs.size];
    state.entities = [
      anEntity('ingestor', { 'monitoring/alerts': 'SlowHttpResponses: off' }),
    ];
    const plan = await service.planEntity(INGESTOR);
    expect(plan.steps.map(({ kind, action }) => [kind, action])).toEqual([
      ['dashboard', 'nothing'],
      ['alert-rule-group', 'update'],
      ['slo-rule-group', 'nothing'],
    ]);
    expect(plan.steps[1].differences).not.toEqual([]);
    expect(plan.notices).toEqual([expect.stringContaining('run over all')]);
    expect(files.writes + grafana.writes).toBe(writes);
    expect(store.runs.size).toBe(runs);
    expect((await run()).counts).toMatchObject({ updated: 1 });
  });

  it('names what could not be looked at', async () => {
    const { service, grafana } = setUpService({ mode: 'plan' });
    grafana.failList = 'Grafana does not answer';
    expect(await service.planEntity(INGESTOR)).toMatchObject({
      steps: [{ action: 'create' }, { action: 'create' }],
      notices: [
        expect.stringContaining('Grafana does not answer'),
        expect.stringContaining('run over all'),
        expect.stringContaining('nothing is written'),
      ],
    });
  });

  it('is both sides of an object in full', async () => {
    const { service, object } = await setUpEdited();
    const comparison = await service.compare(INGESTOR, object.key);
    expect(comparison.theirs.hash).toBe(object.theirs?.hash);
    expect(JSON.parse(comparison.theirs.json).title).toBe('By hand');
    expect(JSON.parse(comparison.ours.json).title).not.toBe('By hand');
    expect(comparison.differences).toEqual([
      expect.objectContaining({ path: 'title' }),
    ]);
    const keys = Object.keys(JSON.parse(comparison.ours.json));
    expect(keys).toEqual([...keys].sort());
  });

  it('is nothing of an object that it does not have, or that is not there yet', async () => {
    const { service, state, grafana, object } = await setUpEdited();
    await expect(service.compare(INGESTOR, 'other')).rejects.toThrow(
      'has no object',
    );
    state.entities.push(anEntity('gateway'));
    await expect(
      service.compare('component:default/gateway', object.key),
    ).rejects.toThrow('has no object');
    grafana.objects.delete(object.uid);
    await expect(service.compare(INGESTOR, object.key)).rejects.toThrow(
      'not there yet',
    );
    grafana.failList = 'Grafana does not answer';
    await expect(service.compare(INGESTOR, object.key)).rejects.toThrow(
      'could not be looked at',
    );
  });
});

describe('What a person decides about one object', () => {
  it('is done by a run of the entity', async () => {
    const { service, ended, object, title, store } = await setUpEdited();
    const { id } = await service.decide(
      INGESTOR,
      { key: object.key, decision: 'take-ours', theirs: object.theirs!.hash },
      { by: LEA },
    );
    expect(await ended(id)).toMatchObject({
      entityRef: INGESTOR,
      by: LEA,
      counts: { updated: 1 },
    });
    expect(title()).not.toBe('By hand');
    expect(store.decisions.size).toBe(0);
  });

  it('holds before any run has looked at the entity', async () => {
    const { service, ended, object, title, store } = await setUpEdited();
    store.objects.clear();
    const { id } = await service.decide(
      INGESTOR,
      { key: object.key, decision: 'take-ours', theirs: object.theirs!.hash },
      { by: LEA },
    );
    await ended(id);
    expect(title()).not.toBe('By hand');
  });

  it('is refused when it was changed since', async () => {
    const { service, grafana, dashboard, object, store } = await setUpEdited();
    grafana.edit(object.uid, { ...dashboard.content, title: 'Once more' });
    await expect(
      service.decide(
        INGESTOR,
        { key: object.key, decision: 'take-ours', theirs: object.theirs!.hash },
        { by: LEA },
      ),
    ).rejects.toThrow('changed since you looked at it');
    expect(store.decisions.size).toBe(0);
  });

  it('is refused when there is nothing to decide, or nothing of that kind', async () => {
    const { service, grafana, dashboard, object } = await setUpEdited();
    const decision = { key: object.key, theirs: object.theirs!.hash };
    await expect(
      service.decide(INGESTOR, { ...decision, decision: 'adopt' }, { by: LEA }),
    ).rejects.toThrow('take-ours or keep-theirs, not adopt');
    grafana.objects.set(object.uid, dashboard);
    await expect(
      service.decide(
        INGESTOR,
        { key: object.key, theirs: dashboard.hash, decision: 'take-ours' },
        { by: LEA },
      ),
    ).rejects.toThrow('nothing to decide');
  });

  it('can be decided anew', async () => {
    const { service, ended, object, title } = await setUpEdited();
    const decision = { key: object.key, theirs: object.theirs!.hash };
    const kept = await service.decide(
      INGESTOR,
      { ...decision, decision: 'keep-theirs' },
      { by: LEA },
    );
    expect(await ended(kept.id)).toMatchObject({ counts: { drifted: 1 } });
    const [shown] = (await service.listObjects(INGESTOR)).filter(
      ({ key }) => key === object.key,
    );
    expect(shown.decided).toMatchObject({ decision: 'keep-theirs', by: LEA });
    const taken = await service.decide(
      INGESTOR,
      { ...decision, decision: 'take-ours' },
      { by: LEA },
    );
    await ended(taken.id);
    expect(title()).not.toBe('By hand');
  });
});
