import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { aDesired, anActual } from '../__testUtils__/builders';
import {
  aDecision,
  edited,
  NOTHING_WANTED,
  stepsFor,
} from './__testUtils__/planFor';
import { possibleDecisions } from './decisions';
import { staleDecisions } from './staleDecisions';

const ours = aDesired('ours', { title: 'Ours' });
const other = aDesired('other', undefined, {
  entityRef: 'component:default/other',
});
const newer = aDesired('ours', { title: 'Newer' });
const drifted = edited(anActual(ours));
const foreign = anActual(ours, {
  owner: undefined,
  adoptable: true,
  content: { title: 'Theirs' },
  hash: 'theirs',
});

function planDecided(
  decision: 'take-ours' | 'keep-theirs' | 'adopt',
  actual: ActualObject,
  onDrift: 'keep' | 'revert' = 'keep',
) {
  const [step] = stepsFor([ours, other], [actual], {
    onDrift,
    decisions: new Map([aDecision(decision, ours, actual)]),
  });
  return step;
}

describe('decisions', () => {
  it('put ours back, and say who decided', () => {
    expect(planDecided('take-ours', drifted)).toEqual({
      action: 'revert',
      object: ours,
      actual: drifted,
      reason:
        'A person changed it, and user:default/guest decided to put ours back',
      differences: [{ path: 'title', theirs: 'By hand', ours: 'Ours' }],
    });
  });

  it.each(['keep', 'revert'] as const)(
    'keep an edit whatever is configured (%s)',
    onDrift => {
      expect(planDecided('keep-theirs', drifted, onDrift)).toMatchObject({
        action: 'keep-drifted',
        reason:
          'A person changed it, and user:default/guest decided to keep the change',
        decision: { decision: 'keep-theirs' },
      });
    },
  );

  it('let what is not ours become ours', () => {
    expect(planDecided('adopt', foreign)).toMatchObject({
      action: 'adopt',
      reason: "user:default/guest decided that 'ours' becomes ours",
      differences: [{ path: 'title', theirs: 'Theirs', ours: 'Ours' }],
    });
  });

  it.each<[string, ActualObject]>([
    [
      'of another entity',
      { ...foreign, owner: { entityRef: other.entityRef, hash: 'h' } },
    ],
    ['that must not be written', { ...foreign, obstacle: 'Provisioned' }],
    ['that its target cannot take over', { ...foreign, adoptable: undefined }],
  ])('never adopt what is %s', (_what, actual) => {
    expect(planDecided('adopt', actual).action).toBe('conflict');
  });

  it.each<[string, Parameters<typeof planDecided>]>([
    ['adopt for an edit', ['adopt', drifted]],
    ['take-ours for what is not ours', ['take-ours', foreign]],
    ['keep-theirs for what is not ours', ['keep-theirs', foreign]],
  ])('mean nothing else: %s', (_what, args) => {
    expect(['keep-drifted', 'conflict']).toContain(planDecided(...args).action);
  });

  it.each(['take-ours', 'keep-theirs'] as const)(
    'hold only for what the person saw: %s',
    decision => {
      const decisions = new Map([aDecision(decision, ours, drifted)]);
      const later = edited(drifted, { title: 'By another hand' });
      expect(stepsFor([ours], [later], { decisions })).toEqual(
        stepsFor([ours], [later]),
      );
      expect(stepsFor([newer], [drifted], { decisions })).toEqual(
        stepsFor([newer], [drifted]),
      );
    },
  );

  it('wait while not all of an entity is known', () => {
    const incomplete = new Map([[ours.entityRef, 'A pack is missing']]);
    for (const [actual, decision] of [
      [drifted, 'take-ours'],
      [foreign, 'adopt'],
    ] as const) {
      const decisions = new Map([aDecision(decision, ours, actual)]);
      expect(
        stepsFor([ours], [actual], { decisions }, [], { incomplete })[0].action,
      ).toBe('keep-incomplete');
    }
  });
});

describe('possibleDecisions', () => {
  it.each([
    [drifted, ['take-ours', 'keep-theirs']],
    [foreign, ['adopt']],
    [{ ...foreign, adoptable: undefined }, undefined],
    [anActual(ours), undefined],
  ])('are those that would change something', (actual, expected) => {
    const [step] = stepsFor([ours], [actual]);
    expect(possibleDecisions(step)).toEqual(expected);
  });
});

describe('staleDecisions', () => {
  const decisions = new Map([aDecision('keep-theirs', ours, drifted)]);
  const options = { decisions, complete: true };
  const wanted = { ...NOTHING_WANTED, objects: [ours] };
  const there = (...objects: ActualObject[]) => [{ target: 'memory', objects }];

  it.each([
    ['both sides are what the person saw', wanted, there(drifted), options],
    ['the target was not listed', wanted, [], options],
    [
      'the catalog was not read whole',
      NOTHING_WANTED,
      there(),
      { ...options, complete: false },
    ],
    [
      'the run is of another entity',
      NOTHING_WANTED,
      there(),
      { ...options, entityRef: 'component:default/other' },
    ],
    [
      'the entity could not be worked out',
      {
        ...NOTHING_WANTED,
        errors: [{ entityRef: ours.entityRef, message: 'x' }],
      },
      there(),
      options,
    ],
  ])('are none when %s', (_when, desired, actual, more) => {
    expect(staleDecisions(desired, actual, more)).toEqual([]);
  });

  it.each([
    ['what stands there changed', wanted, there(edited(drifted, { a: 1 }))],
    ['it is gone', wanted, there()],
    [
      'other content is wanted',
      { ...wanted, objects: [newer] },
      there(drifted),
    ],
    ['nobody wants it any more', NOTHING_WANTED, there(drifted)],
  ])('are those for which %s', (_when, desired, actual) => {
    expect(staleDecisions(desired, actual, options)).toEqual([
      ...decisions.values(),
    ]);
  });
});
