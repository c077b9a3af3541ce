import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import { kindOf, WritingStep } from './types';

/** A folder before what lies in it, what rules notify and link to before the rules. */
const ORDER: ManagedObjectKind[] = [
  'folder',
  'contact-point',
  'mute-timing',
  'alertmanager-config',
  'dashboard',
  'alert-rule-group',
  'slo-rule-group',
];

/**
 * Steps of one target in groups, in the order of their dependencies: those of a group may be done
 * at once. Deletions come last, in the order of the plan, which begins with what depends on others.
 */
export function orderSteps(steps: WritingStep[]): WritingStep[][] {
  const writes = new Map<ManagedObjectKind, WritingStep[]>();
  const prunes: WritingStep[][] = [];
  for (const step of steps) {
    const kind = kindOf(step);
    if (step.action === 'prune') {
      const last = prunes.at(-1);
      if (last && kindOf(last[0]) === kind) {
        last.push(step);
      } else {
        prunes.push([step]);
      }
    } else {
      const group = writes.get(kind);
      if (group) {
        group.push(step);
      } else {
        writes.set(kind, [step]);
      }
    }
  }
  return [
    ...[...writes]
      .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
      .map(([, group]) => group),
    ...prunes,
  ];
}
