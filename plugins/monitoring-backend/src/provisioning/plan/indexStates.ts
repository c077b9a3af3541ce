import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { ActualState } from './types';

/** What stands in each target, by uid. */
export function indexStates(
  actual: ActualState[],
): Map<string, Map<string, ActualObject>> {
  return new Map(
    actual.map(({ target, objects }) => [
      target,
      new Map(objects.map(object => [object.uid, object])),
    ]),
  );
}
