import { ProvisioningOverviewResponse } from '@sightline/backstage-plugin-monitoring-common';
import { hasFailures } from '../provisioning';
import { LabelState } from '../StateLabel';

/** How provisioning stands over all; a key of the translations. */
export type OverviewState =
  | 'running'
  | 'paused'
  | 'waiting'
  | 'failed'
  | 'idle'
  | 'never';

/** The look of each. */
export const OVERVIEW_LABELS: Record<OverviewState, LabelState> = {
  running: 'running',
  paused: 'paused',
  waiting: 'awaiting',
  failed: 'failed',
  idle: 'succeeded',
  never: 'unknown',
};

/** What a person has to know first: that it rests, that it waits for him, that it works. */
export function overviewState(
  overview: ProvisioningOverviewResponse,
): OverviewState {
  if (overview.paused) {
    return 'paused';
  }
  if (overview.running) {
    return 'running';
  }
  if (overview.brake && !overview.brake.answer) {
    return 'waiting';
  }
  if (!overview.lastRun) {
    return 'never';
  }
  return hasFailures(overview.lastRun) ? 'failed' : 'idle';
}
