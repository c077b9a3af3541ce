import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { Step } from '../plan';
import { applyToTarget } from './applyToTarget';
import { ApplyOptions, isWriting, kindOf, Outcome, targetOf } from './types';

/** A folder before what lies in it, what rules link to or notify before the rules. */
const ORDER: ManagedObjectKind[] = [
  'folder',
  'dashboard',
  'contact-point',
  'alertmanager-config',
  'alert-rule-group',
  'slo-rule-group',
];

/**
 * Does exactly what the steps say, in the order of their dependencies. One failing object stops
 * no other, one failing target no other target.
 *
 * @throws the signal's reason when the run is stopped; the next run goes on where it ended
 */
export async function applySteps(
  steps: Step[],
  targets: ProvisioningTarget[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const writing = steps
    .filter(isWriting)
    .sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)));
  const written = await Promise.all(
    targets.map(target =>
      applyToTarget(
        target,
        writing.filter(step => targetOf(step) === target.id),
        options,
      ),
    ),
  );
  const decided = steps
    .filter(step => !isWriting(step))
    .map((step): Outcome => ({ step, written: false }));
  return [...written.flat(), ...decided];
}
