import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Outcome } from './apply';
import { countOutcomes } from './countOutcomes';
import { TargetFailure } from './TargetFailure';

/** The record of a run, as the screens show it. */
export function describeRun(run: {
  id: string;
  startedAt: Date;
  finishedAt: Date;
  trigger: ProvisioningRun['trigger'];
  complete: boolean;
  outcomes: Outcome[];
  entityErrors: { entityRef: string; message: string }[];
  failures: TargetFailure[];
}): ProvisioningRun {
  const failedObjects = run.outcomes.flatMap(({ step, error }) => {
    if (error === undefined) {
      return [];
    }
    if ('object' in step) {
      const { key, entityRef, target } = step.object;
      return [{ key, entityRef, target, message: error }];
    }
    return 'target' in step
      ? [{ key: step.stored?.key, target: step.target, message: error }]
      : [];
  });
  const [braked] = run.outcomes.flatMap(({ step }) =>
    step.action === 'wait-to-prune' && step.braked
      ? [{ message: step.reason }]
      : [],
  );
  return {
    id: run.id,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt.toISOString(),
    trigger: run.trigger,
    counts: countOutcomes(run.outcomes),
    errors: [
      ...(run.complete
        ? []
        : [
            {
              message:
                'The catalog could not be read whole; nothing was deleted',
            },
          ]),
      ...run.failures,
      ...(braked ? [braked] : []),
      ...run.entityErrors,
      ...failedObjects,
    ],
  };
}
