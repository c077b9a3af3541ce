import { useContext, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { AvailableDashboardsResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../../api';
import { EnvironmentContext } from '../../EnvironmentSelect';

/** People type faster than Grafana searches, in milliseconds. */
const PAUSE = 250;

/** What a search for dashboards came to. */
export interface AvailableDashboards {
  /** The text that `answer` is about. */
  query?: string;
  answer?: AvailableDashboardsResponse;
  error?: Error;
  retry: () => void;
}

/** Dashboards in Grafana whose title matches; the last answer stays until the next. */
export function useAvailableDashboards(
  entityRef: string,
  query: string,
): AvailableDashboards {
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const [state, setState] = useState<Omit<AvailableDashboards, 'retry'>>({});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const load = async () => {
      try {
        const answer = await api.getAvailableDashboards(
          entityRef,
          { query: query || undefined },
          { environment, signal },
        );
        if (!signal.aborted) {
          setState({ query, answer });
        }
      } catch (error) {
        if (!signal.aborted) {
          setState({ query, error: error as Error });
        }
      }
    };
    const timer = setTimeout(load, query ? PAUSE : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, entityRef, environment, query, attempt]);

  return { ...state, retry: () => setAttempt(old => old + 1) };
}
