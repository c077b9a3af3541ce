import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { ActualState, PlanOptions, Step } from './types';

type Unwanted = Extract<Step, { action: 'prune' | 'wait-to-prune' }>;

function reasonToWait(since: Date, options: PlanOptions): string | undefined {
  if (!options.prune.enabled) {
    return 'Deleting is switched off (monitoring.provisioning.prune.enabled)';
  }
  if (!options.complete) {
    return 'The catalog could not be read whole, so nothing is deleted';
  }
  const due = since.getTime() + options.prune.grace;
  return options.now.getTime() < due
    ? `Nobody asks for it any more; it is deleted after ${new Date(
        due,
      ).toISOString()}`
    : undefined;
}

function isKept({ owner, kind }: ActualObject, desired: Desired): boolean {
  const entityRef = owner!.entityRef;
  return (
    desired.incomplete.has(entityRef) ||
    desired.switchedOff.has(`${entityRef}|${kind}`)
  );
}

/**
 * Objects of ours that nobody asks for any more (design rule 8): they go after the grace period,
 * never on a partial catalog, never more than `maxShare` of all in one run, one entity excepted. Those of an entity whose
 * part is not known whole, or that switched their kind off, get no step.
 */
export function planPrune(
  desired: Desired,
  actual: ActualState[],
  stored: StoredObject[],
  options: PlanOptions,
): Step[] {
  const wanted = new Set(
    [...desired.objects, ...desired.disabled].map(
      ({ target, uid }) => `${target}|${uid}`,
    ),
  );
  const known = new Map(
    stored.map(entry => [`${entry.target}|${entry.uid}`, entry]),
  );
  const owned = actual.flatMap(({ target, objects }) =>
    objects
      .filter(({ owner, kind }) => owner && kind !== 'folder')
      .map(object => ({ target, object, id: `${target}|${object.uid}` })),
  );
  const unwanted = owned
    .filter(({ id, object }) => !wanted.has(id) && !isKept(object, desired))
    .map(({ target, object, id }): Unwanted => {
      const entry = known.get(id);
      const since = entry?.unwantedSince ?? options.now;
      const base = { target, actual: object, stored: entry };
      const reason =
        object.obstacle ??
        (object.hash === object.owner?.hash
          ? reasonToWait(since, options)
          : 'A person changed it, so it is not deleted; remove it by hand when it is not needed');
      return reason === undefined
        ? { action: 'prune', ...base }
        : { action: 'wait-to-prune', ...base, since, reason };
    });
  return brake(unwanted, owned.length, options);
}

/** Lets nothing go when it is too much; one entity may always go, or small fleets keep all for ever. */
function brake(
  unwanted: Unwanted[],
  owned: number,
  { prune, now }: PlanOptions,
): Unwanted[] {
  const due = unwanted.filter(({ action }) => action === 'prune');
  const entities = new Set(due.map(({ actual }) => actual.owner?.entityRef));
  if (entities.size <= 1 || due.length <= Math.floor(owned * prune.maxShare)) {
    return unwanted;
  }
  return unwanted.map(step =>
    step.action === 'prune'
      ? {
          ...step,
          action: 'wait-to-prune',
          since: step.stored?.unwantedSince ?? now,
          reason: `${due.length} of ${owned} objects would be deleted in one run, more than monitoring.provisioning.prune.maxShare allows; nothing is deleted until a person looks: when it is meant, raise maxShare for one run`,
          braked: true,
        }
      : step,
  );
}
