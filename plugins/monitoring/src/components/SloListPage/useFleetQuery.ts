import { useCallback, useMemo } from 'react';
import { SloListQuery } from '@sightline/backstage-plugin-monitoring-common';
import { useOwnership } from '../../hooks/useOwnership';
import { usePolling } from '../../hooks/usePolling';
import { SloListState } from './useSloListState';

/** Groups of a user change slowly. In milliseconds. */
const INTERVAL = 5 * 60_000;

/** What to ask the backend for, once it is known who asks. */
export interface FleetQuery {
  /** The same object as long as the same SLOs are asked for. */
  query?: SloListQuery;
  /** Why it is not known whose services are meant. */
  error?: Error;
  refresh: () => void;
}

/** Turns what the address says into a question, with the user's own refs where it says "mine". */
export function useFleetQuery(state: SloListState): FleetQuery {
  const { query, isMine } = state;
  const loadOwnership = useOwnership();
  const load = useCallback(
    async () => (isMine ? await loadOwnership() : []),
    [loadOwnership, isMine],
  );
  const { value, error, refresh } = usePolling(load, INTERVAL);
  const own = isMine ? value?.join('\n') : '';
  return {
    query: useMemo(() => {
      if (own === undefined) {
        return undefined;
      }
      return own ? { ...query, owner: own.split('\n') } : query;
    }, [query, own]),
    error,
    refresh,
  };
}
