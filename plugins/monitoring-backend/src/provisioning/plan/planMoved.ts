import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { StoredObject } from '../store/ProvisioningStore';
import { planUnwanted, Unwanted } from './planUnwanted';
import { PlanOptions } from './types';

/** What had the rules of an entity that another object has now. */
export interface Moved {
  target: string;
  actual: ActualObject;
  stored?: StoredObject;
  /** Key of the object or part that has them. */
  to: string;
}

/**
 * What to do about an object whose rules are in another one by now: it goes at once, since nothing is
 * lost with it, and not before the other one stands.
 *
 * @param stays - why the other one does not stand
 * @param after - key of the object that has to be written before
 */
export function planMoved(
  { target, actual, stored }: Moved,
  options: PlanOptions,
  { stays, after }: { stays?: string; after?: string },
): Unwanted {
  const step = planUnwanted(
    { target, actual },
    stored,
    {
      ...options,
      // Its entity is known, and what it asks for is not deleted but elsewhere.
      complete: true,
      prune: { ...options.prune, enabled: true, grace: 0 },
    },
    stays,
  );
  return step.action === 'prune'
    ? {
        ...step,
        reason: 'Its rules are in another object now',
        ...(after ? { after } : {}),
      }
    : step;
}
