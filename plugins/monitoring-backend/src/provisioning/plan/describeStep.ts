import { ProvisioningStep } from '@sightline/backstage-plugin-monitoring-common';
import { Step } from './types';

type Shown = Exclude<Step, { action: 'forget' }>;

function reasonOf(step: Shown): string | undefined {
  switch (step.action) {
    case 'create':
      return 'It does not exist yet';
    case 'disabled':
      return 'Switched off by monitoring/provision; what is there already is neither changed nor deleted';
    case 'nothing':
      return undefined;
    default:
      return step.reason;
  }
}

/** What a step is of: an object that should exist, or one that only its mark and our record tell of. */
function subjectOf(
  step: Shown,
): Pick<
  ProvisioningStep,
  | 'key'
  | 'entityRef'
  | 'kind'
  | 'target'
  | 'uid'
  | 'title'
  | 'environment'
  | 'url'
> {
  if ('object' in step) {
    const { key, entityRef, kind, target, uid, title, environment } =
      step.object;
    const url = 'actual' in step ? step.actual?.url : undefined;
    return { key, entityRef, kind, target, uid, title, environment, url };
  }
  const { actual, stored, target } = step;
  return {
    key: stored?.key,
    entityRef: actual.owner?.entityRef ?? stored?.entityRef ?? '',
    kind: actual.kind,
    target,
    uid: actual.uid,
    title: stored?.title ?? actual.title,
    environment: stored?.environment,
    url: actual.url ?? stored?.url,
  };
}

/** A step as people see it, without what came of it. */
export function describeStep(step: Shown): ProvisioningStep {
  const described: ProvisioningStep = {
    action: step.action,
    ...subjectOf(step),
    reason: reasonOf(step),
    differences: 'differences' in step ? step.differences : undefined,
  };
  // What is not known is absent: answers and records are compared and sent as JSON.
  return Object.fromEntries(
    Object.entries(described).filter(([, value]) => value !== undefined),
  ) as unknown as ProvisioningStep;
}
