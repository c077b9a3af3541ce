import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { isSettled } from './planUpdate';
import { Step } from './types';

/**
 * A pack of the entity is missing or failed, so what is wanted is only a part: it must not replace
 * what stands there.
 *
 * @param incomplete - which pack, in words for people
 * @returns `undefined` when all packs gave their part, or nothing would change anyway
 */
export function planIncomplete(
  object: DesiredObject,
  actual: ActualObject,
  incomplete: string | undefined,
): Step | undefined {
  return incomplete === undefined || isSettled(object, actual)
    ? undefined
    : {
        action: 'keep-incomplete',
        object,
        actual,
        reason: `${incomplete}; it is kept as it is until that is mended`,
      };
}
