import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AlertListResponse,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { useOwnership } from '../../hooks/useOwnership';
import { Polled, usePolling } from '../../hooks/usePolling';
import { WidgetScope } from './widgetSettings';

/** What the widget shows. */
export interface FleetSummary {
  slos: SloListResponse;
  alerts: AlertListResponse;
}

/** More alerts than these are counted, not listed. */
const MOST_ALERTS = 50;

/** The most urgent SLOs and the firing and pending alerts of the user's services, or of all. */
export function useFleetSummary(
  scope: WidgetScope,
  limit: number,
): Polled<FleetSummary> {
  const monitoringApi = useApi(monitoringApiRef);
  const loadOwnership = useOwnership();

  const load = useCallback(async () => {
    const owner = scope === 'mine' ? await loadOwnership() : undefined;
    const [slos, alerts] = await Promise.all([
      monitoringApi.listSlos({ owner, sort: 'urgency', limit }),
      monitoringApi.listAlerts({
        owner,
        state: ['firing', 'pending'],
        limit: MOST_ALERTS,
      }),
    ]);
    return { slos, alerts };
  }, [monitoringApi, loadOwnership, scope, limit]);

  return usePolling(load);
}
