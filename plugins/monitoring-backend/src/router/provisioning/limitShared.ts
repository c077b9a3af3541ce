import {
  ProvisioningStep,
  SharedObject,
} from '@sightline/backstage-plugin-monitoring-common';
import { RunReader } from './RunEntities';

/** What all entities share belongs to refs that begin so. */
const SHARED = 'sightline/';

/** A step of what all share without what it holds, which names entities, for who may not manage. */
export function limitStep(
  step: ProvisioningStep,
  { mayManage }: Pick<RunReader, 'mayManage'>,
): ProvisioningStep {
  return mayManage || !step.entityRef.startsWith(SHARED)
    ? step
    : { ...step, differences: undefined };
}

/** An object that all share, without what names entities. */
export function limitSharedObject({
  key,
  kind,
  target,
  uid,
  title,
  entityRef,
  state,
  url,
  lastAppliedAt,
}: SharedObject): SharedObject {
  return {
    key,
    kind,
    target,
    uid,
    title,
    entityRef,
    state,
    url,
    lastAppliedAt,
  };
}
