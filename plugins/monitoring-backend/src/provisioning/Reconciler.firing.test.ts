import {
  anEntity,
  setUpReconciler as setUp,
} from './__testUtils__/setUpReconciler';

it('names in its record the alerts that fired when their rules went', async () => {
  const { store, state, run } = setUp(
    { prune: { grace: { seconds: 0 }, maxShare: 1 } },
    {
      firing: (entityRef, kind) =>
        kind === 'alert-rule-group' ? [`HighRate of ${entityRef}`] : [],
    },
  );
  state.entities = [anEntity('ingestor'), anEntity('gateway')];
  await run();
  state.entities = [anEntity('gateway')];
  const { id, counts } = await run();
  expect(counts.pruned).toBe(3);
  const reasons = Object.fromEntries(
    store.steps.get(id)!.map(({ kind, reason }) => [kind, reason]),
  );
  expect(reasons['alert-rule-group']).toMatch(
    /HighRate of component:default\/ingestor fired when the rules were deleted/,
  );
  expect(reasons['slo-rule-group']).not.toContain('fired');
  expect(reasons.dashboard).not.toContain('fired');
});
