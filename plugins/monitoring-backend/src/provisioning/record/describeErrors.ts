import {
  ProvisioningRun,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';
import { Outcome } from '../apply';
import { TargetFailure } from '../TargetFailure';

type RunError = ProvisioningRun['errors'][number];

/** Errors kept of one run; its steps name all. */
const MOST = 100;

/** @param failed - targets that failed as a whole: that is said once, not for each object */
function objectError(
  { step, error, untried }: Outcome,
  failed: Set<string>,
): RunError[] {
  if (error === undefined || !('target' in step || 'object' in step)) {
    return [];
  }
  const id = 'object' in step ? step.object.target : step.target;
  if (untried && failed.has(id)) {
    return [];
  }
  if ('object' in step) {
    const { key, entityRef, target } = step.object;
    return [{ key, entityRef, target, message: error }];
  }
  return [
    {
      key: step.stored?.key,
      entityRef: step.actual.owner?.entityRef,
      target: step.target,
      message: error,
    },
  ];
}

/** What could not be removed before Sightline is uninstalled, and why. */
function leftBehind({ step }: Outcome): RunError[] {
  return step.action === 'wait-to-prune'
    ? [
        {
          key: step.stored?.key,
          entityRef: step.actual.owner?.entityRef,
          target: step.target,
          message: `'${step.actual.title}' could not be removed: ${step.reason}`,
        },
      ]
    : [];
}

function brakeError({ answer, objects, managed }: PruneBrake): RunError[] {
  return answer?.answer === 'keep'
    ? []
    : [
        {
          message: `${objects} of ${managed} objects would be deleted in one run, more than monitoring.provisioning.prune.maxShare allows; nothing is deleted until a person says so`,
        },
      ];
}

/** What a run has to say to people, the most far-reaching first. */
export function describeErrors(run: {
  mode: ProvisioningRun['mode'];
  complete: boolean;
  failures: TargetFailure[];
  brake?: PruneBrake;
  /** Of entities that could not be read or worked out, or of which a part is not known. */
  entities: { entityRef: string; message: string }[];
  outcomes: Outcome[];
}): RunError[] {
  const failed = new Set(run.failures.map(({ target }) => target));
  const errors: RunError[] = [
    ...(run.complete
      ? []
      : [
          {
            message: 'The catalog could not be read whole; nothing was deleted',
          },
        ]),
    ...run.failures.map(({ target, message }) => ({ target, message })),
    ...(run.brake ? brakeError(run.brake) : []),
    ...run.entities,
    ...run.outcomes.flatMap(outcome => objectError(outcome, failed)),
    ...(run.mode === 'remove' ? run.outcomes.flatMap(leftBehind) : []),
  ];
  return errors.length <= MOST
    ? errors
    : [
        ...errors.slice(0, MOST),
        {
          message: `${
            errors.length - MOST
          } more; the steps of the run name them`,
        },
      ];
}
