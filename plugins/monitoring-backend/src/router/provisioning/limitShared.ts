import {
  ProvisioningStep,
  SharedObject,
} from '@sightline/backstage-plugin-monitoring-common';
import { isSharedOwner } from '../../provisioning';
import { RunReader } from './RunEntities';

/** A step of what all share without what it holds, which names entities, for who may not manage. */
export function limitStep(
  step: ProvisioningStep,
  { mayManage }: Pick<RunReader, 'mayManage'>,
): ProvisioningStep {
  return mayManage || !isSharedOwner(step.entityRef)
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
