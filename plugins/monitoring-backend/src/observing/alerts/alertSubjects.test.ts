import { aService, anSlo } from '../__testUtils__/builders';
import { alertSubjects } from './alertSubjects';

const SCOPE = [{ label: 'namespace', from: 'metadata.namespace' }];

function mayTell(
  labels: Record<string, string>,
  instances = [{ id: 'default', scope: SCOPE }],
): boolean {
  const service = aService('ingestor', { slos: [anSlo('ingestor')] });
  service.environments[0].alerts = [{ name: 'HighHttpErrorRate' } as any];
  const [subject] = alertSubjects([service], instances);
  return subject.mayTell(labels);
}

const entity = 'component:default/ingestor';

describe('alertSubjects', () => {
  it.each<[string, boolean, Record<string, string>]>([
    ['carries the scope', true, { alertname: 'A', namespace: 'default' }],
    ['is of another scope', false, { alertname: 'A', namespace: 'other' }],
    ['carries no scope', false, { alertname: 'A', entity }],
    ['is of a rule of ours', true, { alertname: 'HighHttpErrorRate', entity }],
    [
      'is of an SLO of ours',
      true,
      { alertname: 'SloBurnRateFast', slo: 'availability', entity },
    ],
    [
      'is of an SLO that is not ours',
      false,
      { alertname: 'SloBurnRateFast', slo: 'other', entity },
    ],
    [
      'is named as ours and of nobody',
      false,
      { alertname: 'HighHttpErrorRate' },
    ],
    [
      'is named as ours and of another scope',
      false,
      { alertname: 'HighHttpErrorRate', entity, namespace: 'other' },
    ],
  ])('an alert that %s: %s', (_, told, labels) => {
    expect(mayTell(labels)).toBe(told);
  });

  it.each([
    [undefined, 'first'],
    ['second', 'second'],
    ['gone', undefined],
  ])('an entity that names the instance %s uses %s', (prometheus, instance) => {
    const instances = ['first', 'second'].map(id => ({ id, scope: [] }));
    const [subject] = alertSubjects(
      [aService('ingestor', { prometheus })],
      instances,
    );
    expect(subject.instance).toBe(instance);
  });

  it('tells everything where the operator limits nothing', () => {
    expect(mayTell({}, [])).toBe(true);
    expect(mayTell({}, [{ id: 'default', scope: [] }])).toBe(true);
  });

  it('tells nothing of an entity that lacks what its scope is made of', () => {
    const scope = [{ label: 'team', from: 'spec.owner' }];
    expect(
      mayTell({ alertname: 'HighHttpErrorRate', entity, team: '' }, [
        { id: 'default', scope },
      ]),
    ).toBe(false);
  });
});
