import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Polled } from '../../hooks/usePolling';
import { isForbidden } from '../LoadFailed';

/**
 * What is known of a run that was started here. Its record may not be there yet (it waits for
 * the run under way), and not everybody who may provision an entity may read runs: then the
 * entity's own answer tells of it.
 */
export function followRun(
  polled: Polled<ProvisioningRun>,
  known: ProvisioningRun | undefined,
  id: string,
): { run?: ProvisioningRun; state: 'waiting' | 'running' | 'ended' } {
  const run = polled.value ?? (known?.id === id ? known : undefined);
  if (run) {
    return { run, state: run.status === 'running' ? 'running' : 'ended' };
  }
  return {
    state: polled.error && isForbidden(polled.error) ? 'ended' : 'waiting',
  };
}
