import { useCallback, useContext } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloDetailResponse,
  SloHistory,
  SloStatus,
  SloWindow,
  sloWindowStart,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef, MonitoringTimeRange } from '../api';
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
 * @param seconds - length of the range that ends now; absent means the SLO's window, of a
 * calendar one what has passed of it
 */
export function useSloHistory(
  slo: Pick<SloStatus, 'entityRef' | 'id' | 'window'>,
  seconds?: number,
): Polled<SloHistory> {
  const { entityRef, id } = slo;
  const api = useApi(monitoringApiRef);
  const clock = useContext(ClockContext);
  // Each answer brings a new object; the same window is no reason to read again.
  const window = JSON.stringify(slo.window);
  const load = useCallback(() => {
    const now = clock.now();
    return api.getSloHistory(
      entityRef,
      id,
      rangeOf(JSON.parse(window), seconds, now),
    );
  }, [api, clock, entityRef, id, window, seconds]);
  return usePolling(
    load,
    seconds !== undefined && seconds <= RECENT
      ? RECENT_INTERVAL
      : HISTORY_INTERVAL,
  );
}

function rangeOf(
  window: SloWindow,
  seconds: number | undefined,
  now: number,
): MonitoringTimeRange | undefined {
  if (seconds !== undefined) {
    return { from: now - seconds * 1000, to: now };
  }
  return window.type === 'calendar'
    ? { from: sloWindowStart(window, now / 1000) * 1000, to: now }
    : undefined;
}
