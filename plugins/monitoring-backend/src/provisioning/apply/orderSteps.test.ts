import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import { aDesired, anActual } from '../__testUtils__/builders';
import { orderSteps } from './orderSteps';
import { WritingStep } from './types';

function aCreate(kind: ManagedObjectKind, uid: string = kind): WritingStep {
  return { action: 'create', object: aDesired(uid, {}, { kind }) };
}

function aPrune(kind: ManagedObjectKind, uid: string = kind): WritingStep {
  const actual = anActual(aDesired(uid, {}, { kind }));
  return { action: 'prune', target: 'memory', actual, reason: 'Gone' };
}

function names(groups: WritingStep[][]): string[][] {
  return groups.map(group =>
    group.map(step =>
      step.action === 'prune' ? `-${step.actual.uid}` : step.object.uid,
    ),
  );
}

it('writes folders first and rules last, whatever the order of the plan', () => {
  const steps = [
    aCreate('slo-rule-group'),
    aCreate('alert-rule-group'),
    aCreate('dashboard'),
    aCreate('alertmanager-config'),
    aCreate('mute-timing'),
    aCreate('contact-point'),
    aCreate('folder', 'root'),
    aCreate('folder', 'child'),
  ];
  expect(names(orderSteps(steps))).toEqual([
    ['root', 'child'],
    ['contact-point'],
    ['mute-timing'],
    ['alertmanager-config'],
    ['dashboard'],
    ['alert-rule-group'],
    ['slo-rule-group'],
  ]);
});

it('deletes after all writes, in the order of the plan', () => {
  const steps = [
    aPrune('alert-rule-group', 'a'),
    aPrune('alert-rule-group', 'b'),
    aPrune('contact-point'),
    aPrune('folder'),
    aCreate('dashboard'),
  ];
  expect(names(orderSteps(steps))).toEqual([
    ['dashboard'],
    ['-a', '-b'],
    ['-contact-point'],
    ['-folder'],
  ]);
});
