import { isWrite } from './isWrite';
import { PlanOptions, Step } from './types';

/**
 * Why nothing of these entities is written or deleted.
 *
 * @returns `undefined` when nobody paused one of them or everything
 */
export function pauseOf(
  { paused }: Pick<PlanOptions, 'paused'>,
  ...entityRefs: (string | undefined)[]
): string | undefined {
  return ['all', ...entityRefs]
    .map(ref => (ref === undefined ? undefined : paused?.get(ref)))
    .find(why => why !== undefined);
}

/**
 * What a person paused is not written.
 *
 * @returns `undefined` when nobody did, or nothing would be written
 */
export function planPause(
  step: Step,
  paused: string | undefined,
): Step | undefined {
  return paused === undefined || !isWrite(step)
    ? undefined
    : {
        action: 'paused',
        object: step.object,
        actual: step.actual,
        reason: `Paused: ${paused}`,
      };
}
