import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDecision, StoredObject } from '../store/ProvisioningStore';
import { planAdopt } from './planAdopt';
import { planConflict } from './planConflict';
import { planDrift } from './planDrift';
import { planIncomplete } from './planIncomplete';
import { planPause } from './planPause';
import { planRetry } from './planRetry';
import { planUpdate } from './planUpdate';
import { PlanOptions, Step } from './types';

/** What planning one object has to know beside its two sides. */
export interface ObjectContext {
  onDrift: PlanOptions['onDrift'];
  now: Date;
  /** Why its entity's part is not known whole. */
  incomplete?: string;
  /** Why nothing of it is written. */
  paused?: string;
  /** Whether an entity asks for nothing any more. */
  isGone: (entityRef: string) => boolean;
  /** What a person decided about it, whether that still holds or not. */
  decision?: StoredDecision;
  /** What was last applied; absent too when a failed write is tried at once. */
  stored?: StoredObject;
}

/** What to do about one object that should exist. */
export function planObject(
  object: DesiredObject,
  actual: ActualObject | undefined,
  context: ObjectContext,
): Step {
  const step: Step = actual
    ? planConflict(object, actual, context) ??
      planIncomplete(object, actual, context.incomplete) ??
      planAdopt(object, actual, context.decision) ??
      planDrift(object, actual, context) ??
      planUpdate(object, actual)
    : { action: 'create', object };
  return planPause(step, context.paused) ?? planRetry(step, context) ?? step;
}
