import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Outcome } from '../apply';

type Counts = ProvisioningRun['counts'];

/** Nothing done yet. */
export function noCounts(): Counts {
  return {
    created: 0,
    updated: 0,
    unchanged: 0,
    drifted: 0,
    conflict: 0,
    failed: 0,
    pruned: 0,
    waiting: 0,
  };
}

function countOf({ step, error, written }: Outcome): keyof Counts | undefined {
  if (error !== undefined) {
    return 'failed';
  }
  switch (step.action) {
    case 'create':
      return written ? 'created' : undefined;
    case 'prune':
      return written ? 'pruned' : undefined;
    case 'update':
    case 'move':
    case 'revert':
    case 'adopt':
      return written ? 'updated' : undefined;
    case 'keep-drifted':
      return 'drifted';
    case 'conflict':
      return 'conflict';
    case 'nothing':
    case 'keep-incomplete':
      return 'unchanged';
    case 'wait-to-prune':
    case 'wait-to-retry':
    case 'paused':
      return 'waiting';
    default:
      return undefined;
  }
}

/** Counts what a run did. */
export function countOutcomes(outcomes: Outcome[]): Counts {
  const counts = noCounts();
  for (const outcome of outcomes) {
    const name = countOf(outcome);
    if (name) {
      counts[name] += 1;
    }
  }
  return counts;
}
