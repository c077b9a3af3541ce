import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AlertListResponse,
  EntityMonitoringResponse,
  EntitySlosResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../api';
import { Polled, usePolling } from './usePolling';

/** What is read of an entity's annotations and objects changes with each run, not each poll. */
const ENTITY_INTERVAL = 30_000;

/** The entity's specification, problems and provisioned objects. */
export function useEntityAnswer(
  entityRef: string,
): Polled<EntityMonitoringResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(() => api.getEntity(entityRef), [api, entityRef]);
  return usePolling(load, ENTITY_INTERVAL);
}

/** How the entity's SLOs stand, in one environment where it has some. */
export function useEntitySlos(
  entityRef: string,
  environment?: string,
): Polled<EntitySlosResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    () => api.getSlos(entityRef, { environment }),
    [api, entityRef, environment],
  );
  return usePolling(load);
}

/** The entity's active alerts, in one environment where it has some. */
export function useEntityAlerts(
  entityRef: string,
  environment?: string,
): Polled<AlertListResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    () => api.getAlerts(entityRef, { environment }),
    [api, entityRef, environment],
  );
  return usePolling(load);
}
