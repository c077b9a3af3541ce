import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { randomUUID } from 'node:crypto';
import { noCounts } from './countOutcomes';

/** The record of a run that begins. */
export function newRun(
  facts: Pick<ProvisioningRun, 'trigger' | 'mode' | 'by' | 'entityRef'>,
  now: Date,
): ProvisioningRun {
  return {
    id: randomUUID(),
    status: 'running',
    startedAt: now.toISOString(),
    trigger: facts.trigger,
    mode: facts.mode,
    ...(facts.by ? { by: facts.by } : {}),
    ...(facts.entityRef ? { entityRef: facts.entityRef } : {}),
    complete: true,
    counts: noCounts(),
    phases: [],
    errors: [],
  };
}
