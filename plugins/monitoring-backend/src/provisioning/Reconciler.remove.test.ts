import { aDesired } from './__testUtils__/builders';
import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

/** Two installations on the same targets and store: the second one only removes. */
async function setUpRemoval() {
  const before = setUp();
  before.state.entities = [anEntity('ingestor'), anEntity('gateway')];
  await before.run();
  const after = setUp(
    { mode: 'remove', prune: { maxShare: 0.01 } },
    { targets: [before.grafana, before.files], store: before.store },
  );
  after.state.entities = [];
  after.state.complete = false;
  return { ...before, run: after.run };
}

describe('Reconciler, before Sightline is uninstalled,', () => {
  it('removes every object of ours, and nothing else', async () => {
    const { files, grafana, store, run } = await setUpRemoval();
    const foreign = aDesired('foreign', {}, { kind: 'slo-rule-group' });
    files.put(foreign, { owner: undefined });
    const record = await run();
    expect(record).toMatchObject({
      mode: 'remove',
      status: 'succeeded',
      counts: { pruned: 7, waiting: 0 },
      errors: [],
    });
    expect(grafana.objects.size).toBe(0);
    expect([...files.objects.keys()]).toEqual(['foreign']);
    expect(store.objects.size).toBe(0);
    expect((await run()).counts.pruned).toBe(0);
  });

  it('says what could not be removed, and tries it again', async () => {
    const { grafana, files, run } = await setUpRemoval();
    const dashboard = [...grafana.objects.values()].find(
      ({ kind }) => kind === 'dashboard',
    )!;
    grafana.failWrites = uid =>
      uid === dashboard.uid ? 'Grafana refuses it' : undefined;
    const record = await run();
    expect(files.objects.size).toBe(0);
    expect(record.errors).toContainEqual(
      expect.objectContaining({
        entityRef: dashboard.owner!.entityRef,
        message: expect.stringContaining('Grafana refuses it'),
      }),
    );
    expect(record.errors).toContainEqual(
      expect.objectContaining({ entityRef: 'sightline/default' }),
    );
    grafana.failWrites = undefined;
    expect(await run()).toMatchObject({ errors: [] });
    expect(grafana.objects.size).toBe(0);
  });
});
