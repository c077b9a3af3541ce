import {
  ManagedObjectKind,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';
import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { Desired, placeOf } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { asApplied } from './asApplied';
import { isEntityKnown } from './isEntityKnown';
import { planBrake } from './planBrake';
import { planFolderPrune } from './planFolderPrune';
import { planUnwanted, Unwanted } from './planUnwanted';
import { ActualState, PlanOptions, Step } from './types';

/** What tells somebody before who is told, and a folder after what lies in it. */
const ORDER: ManagedObjectKind[] = [
  'alert-rule-group',
  'slo-rule-group',
  'dashboard',
  'alertmanager-config',
  'contact-point',
  'mute-timing',
];

function isKept(
  target: string,
  { owner, kind, uid }: ActualObject,
  desired: Desired,
  options: PlanOptions,
): boolean {
  const { entityRef } = owner!;
  return (
    options.mode !== 'remove' &&
    (!isEntityKnown(entityRef, desired, options) ||
      desired.kept.has(placeOf({ target, uid })) ||
      desired.switchedOff.has(`${entityRef}|${kind}`))
  );
}

function makesOurs(step: Step): boolean {
  return (
    (step.action === 'create' || step.action === 'adopt') &&
    step.object.kind !== 'folder'
  );
}

/**
 * Objects of ours that nobody asks for any more (design rule 8): they go after the grace period,
 * never on a partial catalog, and never more than `maxShare` of all in one run unless a person
 * agreed, one entity excepted. Those of an entity of which not all is known, or that switched
 * their kind off, and those of SLOs that cannot be read any more, get no step.
 *
 * @param decided - steps for what is wanted: what they make counts as ours already, or the next
 *   run would delete what this one braked
 * @returns steps in the order in which things can go
 */
export function planPrune(
  desired: Desired,
  actual: ActualState[],
  stored: StoredObject[],
  options: PlanOptions,
  decided: Step[],
): { steps: Unwanted[]; brake?: PruneBrake } {
  const wanted = new Set(
    [...desired.objects, ...desired.disabled].map(placeOf),
  );
  const known = new Map(stored.map(entry => [placeOf(entry), entry]));
  const owned = actual.flatMap(({ target, objects }) =>
    objects
      .filter(({ owner }) => owner)
      .map(object => {
        const last = known.get(placeOf({ target, uid: object.uid }));
        return { target, actual: asApplied(object, last), stored: last };
      }),
  );
  const unwanted = owned.filter(
    found =>
      !wanted.has(placeOf({ target: found.target, uid: found.actual.uid })) &&
      !isKept(found.target, found.actual, desired, options),
  );
  const isFolder = (found: { actual: ActualObject }) =>
    found.actual.kind === 'folder';
  const { steps, brake } = planBrake(
    unwanted
      .filter(found => !isFolder(found))
      .map(found => planUnwanted(found, found.stored, options)),
    owned.filter(found => !isFolder(found)).length +
      decided.filter(makesOurs).length,
    options,
  );
  steps.sort(
    (a, b) => ORDER.indexOf(a.actual.kind) - ORDER.indexOf(b.actual.kind),
  );
  const folders = planFolderPrune(
    unwanted.filter(isFolder),
    { actual, going: steps, desired },
    options,
  );
  return { steps: [...steps, ...folders], ...(brake ? { brake } : {}) };
}
