import { useCallback, useContext } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloDetailResponse,
  SloHistory,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../api';
import { ClockContext } from './Clock';
import { Polled, usePolling } from './usePolling';

/** History moves slowly: one point of 30 days is hours wide. */
const HISTORY_INTERVAL = 5 * 60_000;
/** Hours are looked at while something happens. */
const RECENT_INTERVAL = 60_000;
const RECENT = 86_400;

/** One SLO with its definition. */
export function useSloDetail(
  entityRef: string,
  id: string,
): Polled<SloDetailResponse> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    () => api.getSloDetail(entityRef, id),
    [api, entityRef, id],
  );
  return usePolling(load);
}

/**
 * How an SLO stood over time.
 *
 * @param seconds - length of the range that ends now; absent means the SLO's window
 */
export function useSloHistory(
  entityRef: string,
  id: string,
  seconds?: number,
): Polled<SloHistory> {
  const api = useApi(monitoringApiRef);
  const clock = useContext(ClockContext);
  const load = useCallback(() => {
    const to = clock.now();
    return api.getSloHistory(
      entityRef,
      id,
      seconds === undefined ? undefined : { from: to - seconds * 1000, to },
    );
  }, [api, clock, entityRef, id, seconds]);
  return usePolling(
    load,
    seconds !== undefined && seconds <= RECENT
      ? RECENT_INTERVAL
      : HISTORY_INTERVAL,
  );
}
