import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { ActualState, Step } from './types';

/** Records of objects that are neither wanted nor there: there is nothing left to remember. */
export function planForget(
  desired: Desired,
  actual: ActualState[],
  stored: StoredObject[],
): Step[] {
  const listed = new Set(actual.map(({ target }) => target));
  const kept = new Set([
    ...[...desired.objects, ...desired.disabled].map(({ key }) => key),
    ...stored
      .filter(({ target, uid }) =>
        actual.some(
          state =>
            state.target === target &&
            state.objects.some(object => object.uid === uid),
        ),
      )
      .map(({ key }) => key),
  ]);
  return stored
    .filter(({ key, target }) => !kept.has(key) && listed.has(target))
    .map(entry => ({ action: 'forget', stored: entry }));
}
