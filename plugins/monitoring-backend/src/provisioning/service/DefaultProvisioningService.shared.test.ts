import { aSharingEntity } from '../__testUtils__/setUpReconciler';
import { setUpService } from '../__testUtils__/setUpService';
import { sharedSlosKey, sharedSlosUid } from '../desired';

const INGESTOR = 'component:default/ingestor';
const TARGET = 'rule-files:default';
const KEY = sharedSlosKey(TARGET);
const UID = sharedSlosUid(TARGET);

async function world() {
  const parts = setUpService({ dashboards: 'none', alerts: 'none' });
  parts.state.entities = ['ingestor', 'gateway', 'billing'].map(name =>
    aSharingEntity(name),
  );
  await parts.run();
  return parts;
}

describe('What a person sees of shared SLO rules', () => {
  it('is, on an entity, that its own are in them and of how many services they are', async () => {
    const { service } = await world();
    const { objects } = await service.entity(INGESTOR);
    expect(objects).toMatchObject([
      {
        kind: 'slo-rule-group',
        state: 'in-sync',
        title: 'ingestor · SLO rules, shared',
        uid: UID,
        shared: { services: 3 },
      },
    ]);
    expect(JSON.stringify(objects)).not.toMatch(/gateway|billing/);
  });

  it('is, on an entity, that they were changed, without a word of the others', async () => {
    const { service, files, run } = await world();
    files.edit(UID, { groups: [] });
    await run();
    const { objects } = await service.entity(INGESTOR);
    expect(objects).toMatchObject([
      {
        state: 'drifted',
        reason: expect.stringContaining(
          'A person changed the shared SLO rules',
        ),
      },
    ]);
    expect(objects[0].decisions).toBeUndefined();
    expect(JSON.stringify(objects)).not.toMatch(/gateway|billing/);
  });

  it('is, in the plan of one entity, that they change, and not what is in them', async () => {
    const { service, state } = await world();
    state.entities[0] = aSharingEntity('ingestor', {
      'monitoring/slos': 'availability 99% 30d',
    });
    const { steps } = await service.planEntity(INGESTOR);
    expect(steps.map(({ action, key }) => [action, key])).toEqual([
      ['update', `${INGESTOR}|slo-rule-group|shared-slos`],
      ['update', KEY],
    ]);
    expect(JSON.stringify(steps)).not.toMatch(/gateway|billing/);
  });

  it('is all of them, where they are decided about', async () => {
    const { service, files, run, state, reconciler } = await world();
    files.edit(UID, { groups: [] });
    await run();
    const shared = await service.listShared();
    expect(shared).toMatchObject([
      {
        key: KEY,
        entityRef: 'sightline/shared-slos',
        state: 'drifted',
        shared: { services: 3 },
      },
    ]);
    const { theirs, ours } = await service.compareShared(KEY);
    expect(JSON.parse(theirs.json)).toEqual({ groups: [] });
    expect(ours.json).toContain('billing');
    await service.decideShared(
      { key: KEY, decision: 'take-ours', theirs: theirs.hash },
      { by: 'user:default/lea' },
    );
    expect((await reconciler.runScheduled({})).counts.updated).toBe(1);
    expect(await service.listShared()).toMatchObject([{ state: 'in-sync' }]);
    await expect(
      service.compareShared(`${INGESTOR}|slo-rule-group|shared-slos`),
    ).rejects.toThrow('Nothing that is shared has the key');
    expect(state.entities).toHaveLength(3);
  });
});
