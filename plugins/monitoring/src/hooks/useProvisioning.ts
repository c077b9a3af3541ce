import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityPlanResponse,
  EntityProvisioningResponse,
  ObjectComparisonResponse,
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningRunListQuery,
  ProvisioningRunListResponse,
  ProvisioningStepListQuery,
  ProvisioningStepListResponse,
  SharedObjectListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../api';
import { useObjectOwner } from './useObjectOwner';
import { Polled, SNAPSHOT_INTERVAL, usePolling } from './usePolling';

/** How often a run that is under way is looked at, in milliseconds. */
export const RUN_INTERVAL = 1_000;
/** What is asked of the targets themselves is not asked often. */
const TARGETS_INTERVAL = 5 * 60_000;

/** What is provisioned for an entity, and what a person can decide about it. */
export function useEntityProvisioning(
  entityRef: string,
): Polled<EntityProvisioningResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    () => api.getEntityProvisioning(entityRef),
    [api, entityRef],
  );
  return usePolling(load);
}

/** What a run of the entity would do now. */
export function useEntityPlan(entityRef: string): Polled<EntityPlanResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(() => api.planEntity(entityRef), [api, entityRef]);
  return usePolling(load, TARGETS_INTERVAL);
}

/** What belongs to no entity. */
export function useSharedObjects(): Polled<SharedObjectListResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(() => api.listSharedObjects(), [api]);
  return usePolling(load);
}

/** Both sides of one object, in full; without an entity, of one that belongs to none. */
export function useComparison(
  entityRef: string | undefined,
  key: string,
): Polled<ObjectComparisonResponse> {
  const owner = useObjectOwner(entityRef);
  const load = useCallback(() => owner.compare(key), [owner, key]);
  return usePolling(load, TARGETS_INTERVAL);
}

/** How provisioning stands over all. */
export function useProvisioningOverview(
  interval: number,
): Polled<ProvisioningOverviewResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(() => api.getProvisioning(), [api]);
  return usePolling(load, interval);
}

/** One page of the runs, newest first. */
export function useRuns(
  query: ProvisioningRunListQuery,
): Polled<ProvisioningRunListResponse> {
  const { eventful, limit, cursor } = query;
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    () => api.listProvisioningRuns({ eventful, limit, cursor }),
    [api, eventful, limit, cursor],
  );
  return usePolling(load);
}

/** One run. */
export function useRun(id: string, interval: number): Polled<ProvisioningRun> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(() => api.getProvisioningRun(id), [api, id]);
  return usePolling(load, interval);
}

/**
 * One page of a run's steps.
 *
 * @param query - must be the same object as long as the same steps are asked for
 */
export function useSteps(
  runId: string,
  query: ProvisioningStepListQuery,
  isRunning: boolean,
): Polled<ProvisioningStepListResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    () => api.listProvisioningSteps(runId, query),
    [api, runId, query],
  );
  return usePolling(load, isRunning ? 5 * RUN_INTERVAL : SNAPSHOT_INTERVAL);
}
