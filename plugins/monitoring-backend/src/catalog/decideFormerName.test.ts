import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { decideFormerName } from './decideFormerName';

const OLD = 'component:default/old';

function decide(taken: boolean, claimants: string[]) {
  const parsed = parseMonitoringSpec(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'new',
        annotations: { 'monitoring/renamed-from': OLD },
      },
    },
    {
      defaultSelector: 'service="a"',
      defaultWindow: { type: 'rolling', duration: 86_400 },
    },
  );
  const { value, problems } = decideFormerName(parsed, { taken, claimants });
  return {
    renamedFrom: value.renamedFrom,
    awaitsName: value.awaitsName,
    messages: problems.map(({ message }) => message),
  };
}

describe('decideFormerName', () => {
  it.each<[string, boolean, string[]]>([
    ['nobody has it or claims it', false, []],
    ['only those claim it who come later', false, ['component:default/newer']],
  ])('leaves an entity its former name while %s', (_, taken, claimants) => {
    expect(decide(taken, claimants)).toEqual({
      renamedFrom: OLD,
      messages: [],
    });
  });

  it('leaves a name to the entity that has it, and names that entity', () => {
    expect(decide(true, [])).toEqual({
      renamedFrom: undefined,
      awaitsName: OLD,
      messages: [
        "There is still an entity 'component:default/old' in the catalog, whose objects stay its own. Nothing is made for this entity until that one is gone; if it is another one, remove the annotation",
      ],
    });
  });

  it('gives a name that two claim to the first by ref', () => {
    expect(decide(false, ['component:default/bar'])).toEqual({
      renamedFrom: undefined,
      messages: [
        expect.stringContaining(
          "'component:default/bar' says too that it was 'component:default/old'",
        ),
      ],
    });
  });
});
