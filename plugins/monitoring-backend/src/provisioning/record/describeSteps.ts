import { ProvisioningStep } from '@sightline/backstage-plugin-monitoring-common';
import { isWriting, Outcome } from '../apply';
import { describeStep } from '../plan';

/** Steps kept of one run; failed ones first. */
const MOST = 2_000;

function outcomeOf({
  step,
  error,
  written,
}: Outcome): ProvisioningStep['outcome'] {
  if (error !== undefined) {
    return 'failed';
  }
  if (isWriting(step)) {
    return written ? 'done' : undefined;
  }
  switch (step.action) {
    case 'nothing':
    case 'disabled':
    case 'forget':
      return 'unchanged';
    case 'wait-to-prune':
    case 'wait-to-retry':
    case 'paused':
      return 'waiting';
    default:
      return 'kept';
  }
}

const RANK = ['failed', 'waiting', 'done', undefined, 'kept'] as const;

/** The steps of a run that are worth knowing: not those that found nothing to do. */
export function describeSteps(outcomes: Outcome[]): ProvisioningStep[] {
  const noteworthy = RANK.map((): Outcome[] => []);
  for (const outcome of outcomes) {
    const name = outcomeOf(outcome);
    if (name !== 'unchanged') {
      noteworthy[RANK.indexOf(name)].push(outcome);
    }
  }
  return noteworthy
    .flat()
    .slice(0, MOST)
    .flatMap(outcome => {
      const { step, error, url, note, duration } = outcome;
      if (step.action === 'forget') {
        return [];
      }
      const name = outcomeOf(outcome);
      return [
        {
          ...describeStep(step),
          ...(name ? { outcome: name } : {}),
          ...(error === undefined ? {} : { error }),
          ...(duration === undefined ? {} : { duration }),
          ...(url ? { url } : {}),
          ...(note ? { reason: note } : {}),
        },
      ];
    });
}
