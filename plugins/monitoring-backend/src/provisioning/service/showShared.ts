import {
  ManagedObject,
  ManagedObjectState,
} from '@sightline/backstage-plugin-monitoring-common';
import { SHARED_SLOS_OWNER } from '../../targets';
import { isSharedPart, sharedSlosUid } from '../desired';
import { ProvisioningStore, StoredObject } from '../store';
import { toManagedObject } from './toManagedObject';

/** Of the shared rules alone: their own reason may name other entities. */
const REASONS: Partial<Record<ManagedObjectState, string>> = {
  drifted:
    'A person changed the shared SLO rules, and the change is kept; whoever may manage provisioning decides about it',
  conflict:
    'Something that is not ours stands in the place of the shared SLO rules; whoever may manage provisioning decides about it',
  failed:
    'The shared SLO rules could not be written or looked at; they are tried again',
  paused: 'The shared SLO rules are paused',
};

function show(
  part: StoredObject,
  whole: StoredObject | undefined,
  services: number,
): ManagedObject {
  const reason = whole && REASONS[whole.state];
  return {
    ...toManagedObject(part),
    uid: sharedSlosUid(part.target),
    ...(whole?.url ? { url: whole.url } : {}),
    ...(part.state === 'in-sync' && whole && reason
      ? { state: whole.state, reason }
      : {}),
    shared: { services },
  };
}

/**
 * An entity's objects, with what it gives to shared SLO rules shown as those rules stand, and
 * without a word of whose rules they are beside its own.
 */
export async function showShared(
  objects: StoredObject[],
  store: Pick<ProvisioningStore, 'countParts' | 'listObjects'>,
): Promise<ManagedObject[]> {
  if (!objects.some(({ uid }) => isSharedPart(uid))) {
    return objects.map(toManagedObject);
  }
  const [counts, rules] = await Promise.all([
    store.countParts(),
    store.listObjects({ entityRef: SHARED_SLOS_OWNER }),
  ]);
  return objects.map(object =>
    isSharedPart(object.uid)
      ? show(
          object,
          rules.find(({ target }) => target === object.target),
          counts.get(object.target) ?? 0,
        )
      : toManagedObject(object),
  );
}
