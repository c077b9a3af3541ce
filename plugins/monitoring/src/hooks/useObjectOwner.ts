import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  DecideRequest,
  ObjectComparisonResponse,
  StartRunResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../api';

/** What can be asked about objects of one owner. */
export interface ObjectOwner {
  compare: (key: string) => Promise<ObjectComparisonResponse>;
  decide: (decision: DecideRequest) => Promise<StartRunResponse>;
  /** Starts the run that writes them. */
  run: () => Promise<StartRunResponse>;
}

/**
 * Asks about the objects of an entity; without one, about those that belong to none.
 *
 * @param entityRef - full reference of the entity
 */
export function useObjectOwner(entityRef?: string): ObjectOwner {
  const api = useApi(monitoringApiRef);
  return useMemo(
    () =>
      entityRef === undefined
        ? {
            compare: key => api.compareSharedObject(key),
            decide: decision => api.decideSharedObject(decision),
            run: () => api.startProvisioningRun(),
          }
        : {
            compare: key => api.compareObject(entityRef, key),
            decide: decision => api.decideObject(entityRef, decision),
            run: () => api.applyEntity(entityRef),
          },
    [api, entityRef],
  );
}
