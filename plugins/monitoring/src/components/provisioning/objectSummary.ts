import {
  ManagedObject,
  ManagedObjectState,
} from '@sightline/backstage-plugin-monitoring-common';

/** Most urgent first. */
const ORDER: ManagedObjectState[] = [
  'failed',
  'conflict',
  'drifted',
  'missing',
  'pending',
  'paused',
  'disabled',
  'in-sync',
];

/** How many objects are in each state, most urgent state first; states without any are absent. */
export function countStates(
  objects: ManagedObject[],
): { state: ManagedObjectState; count: number }[] {
  return ORDER.map(state => ({
    state,
    count: objects.filter(one => one.state === state).length,
  })).filter(({ count }) => count > 0);
}

/** Objects about which a person can decide something, or that failed. */
export function needAttention(objects: ManagedObject[]): ManagedObject[] {
  return sortObjects(objects).filter(
    one =>
      one.state === 'failed' ||
      (['conflict', 'drifted'].includes(one.state) && !one.decided),
  );
}

/** Most urgent first, otherwise in the order given. */
export function sortObjects<T extends ManagedObject>(objects: T[]): T[] {
  return [...objects].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state),
  );
}
