import { useCallback, useContext } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityDashboardResponse,
  EntityDashboardsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../../api';
import { Polled, usePolling } from '../../../hooks/usePolling';
import { EnvironmentContext } from '../../EnvironmentSelect';

/** Dashboards change when a run writes them, or a person does: rarely. */
const INTERVAL = 5 * 60_000;

/** The entity's dashboards in the environment that is shown, without their panels. */
export function useDashboards(
  entityRef: string,
): Polled<EntityDashboardsResponse> {
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const load = useCallback(
    () => api.getDashboards(entityRef, { environment }),
    [api, entityRef, environment],
  );
  return usePolling(load, INTERVAL);
}

/** One of the entity's dashboards. */
export function useDashboard(
  entityRef: string,
  uid: string,
): Polled<EntityDashboardResponse> {
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const load = useCallback(
    () => api.getDashboard(entityRef, uid, { environment }),
    [api, entityRef, uid, environment],
  );
  return usePolling(load, INTERVAL);
}
