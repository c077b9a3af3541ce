import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { monitoringApiRef } from '../../api';
import { usePolling } from '../../hooks/usePolling';
import { useProvisioningOverview } from '../../hooks/useProvisioning';
import { totalOf } from '../SloWidget/fleetState';

/** Nobody waits for them. In milliseconds. */
const INTERVAL = 60_000;

/** How much stands behind the tabs; what cannot be read, or not by this user, has no count. */
export function useTabCounts(): { slos?: number; provisioning?: number } {
  const api = useApi(monitoringApiRef);
  const loadSlos = useCallback(() => api.listSlos({ limit: 1 }), [api]);
  const slos = usePolling(loadSlos, INTERVAL).value;
  const provisioning = useProvisioningOverview(INTERVAL).value;
  return {
    slos: slos && totalOf(slos.counts),
    provisioning: provisioning?.targets.reduce(
      (sum, { objects }) => sum + objects,
      0,
    ),
  };
}
