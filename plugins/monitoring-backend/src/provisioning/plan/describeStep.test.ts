import { aDesired, anActual } from '../__testUtils__/builders';
import { edited, longUnwanted, stepsFor } from './__testUtils__/planFor';
import { describeStep } from './describeStep';
import { Step } from './types';

type Shown = Parameters<typeof describeStep>[0];

const ours = aDesired('ours', { title: 'Ours' }, { environment: 'stage' });
const subject = {
  key: ours.key,
  entityRef: ours.entityRef,
  kind: 'dashboard',
  target: 'memory',
  uid: 'ours',
  title: 'ours',
};

const describeFirst = (steps: Step[]) => describeStep(steps[0] as Shown);

describe('describeStep', () => {
  it('says what will be made', () => {
    expect(describeFirst(stepsFor([ours], []))).toEqual({
      ...subject,
      environment: 'stage',
      action: 'create',
      reason: 'It does not exist yet',
    });
  });

  it('says what differs, and where to see it', () => {
    const there = { ...edited(anActual(ours)), url: 'https://grafana/d/ours' };
    expect(describeFirst(stepsFor([ours], [there]))).toEqual({
      ...subject,
      environment: 'stage',
      action: 'keep-drifted',
      reason: 'A person changed it and the change is kept',
      differences: [{ path: 'title', theirs: 'By hand', ours: 'Ours' }],
      url: 'https://grafana/d/ours',
    });
  });

  it('gives no reason where nothing is done', () => {
    expect(describeFirst(stepsFor([ours], [anActual(ours)]))).toEqual({
      ...subject,
      environment: 'stage',
      action: 'nothing',
    });
  });

  it('says what is switched off', () => {
    expect(
      describeFirst(stepsFor([], [], {}, [], { disabled: [ours] })),
    ).toMatchObject({
      action: 'disabled',
      reason: expect.stringContaining('monitoring/provision'),
    });
  });

  it('knows what goes by our record', () => {
    expect(
      describeFirst(stepsFor([], [anActual(ours)], {}, [longUnwanted(ours)])),
    ).toMatchObject({ ...subject, action: 'prune' });
  });

  it('knows what goes by its mark when the record was lost', () => {
    const { key, ...known } = subject;
    expect(
      describeFirst(stepsFor([], [anActual(ours)], { mode: 'remove' })),
    ).toEqual({
      ...known,
      action: 'prune',
      reason: 'Everything that Sightline made is removed',
    });
  });
});
