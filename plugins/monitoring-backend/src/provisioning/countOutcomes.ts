import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Outcome } from './apply';

/** Counts what a run did. */
export function countOutcomes(outcomes: Outcome[]): ProvisioningRun['counts'] {
  const counts: ProvisioningRun['counts'] = {
    created: 0,
    updated: 0,
    unchanged: 0,
    drifted: 0,
    conflict: 0,
    failed: 0,
    pruned: 0,
  };
  for (const { step, error, written } of outcomes) {
    if (error !== undefined) {
      counts.failed += 1;
    } else if (step.action === 'create' && written) {
      counts.created += 1;
    } else if (step.action === 'prune' && written) {
      counts.pruned += 1;
    } else if (written) {
      counts.updated += 1;
    } else if (step.action === 'keep-drifted') {
      counts.drifted += 1;
    } else if (step.action === 'conflict') {
      counts.conflict += 1;
    } else if (['nothing', 'keep-incomplete'].includes(step.action)) {
      counts.unchanged += 1;
    }
  }
  return counts;
}
