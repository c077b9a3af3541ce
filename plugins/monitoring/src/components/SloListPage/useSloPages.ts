import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloListQuery,
  SloListResponse,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { usePolling } from '../../hooks/usePolling';
import { RowRange } from './useVisibleRows';

const PAGE = 100;

/** As much of a long list as has been looked at. */
export interface SloPages {
  /** How many SLOs there are; absent until the first are there. */
  total?: number;
  /** Absent where the list has not been looked at yet. */
  itemAt(index: number): SloStatus | undefined;
  error?: Error;
  refresh: () => void;
}

interface Store {
  pages: (SloListResponse | undefined)[];
  /** By page; that of the first is known, each page tells that of the next. */
  cursors: (string | undefined)[];
  query?: SloListQuery;
  total?: number;
}

/** Another list begins with nothing. */
function emptyStore(query: SloListQuery | undefined): Store {
  return { query, pages: [], cursors: [undefined] };
}

/**
 * Reads the part of a list that is in view, and reads that part alone again and again.
 *
 * @param query - must be the same object as long as the same SLOs are asked for; undefined while
 * it is not known what to ask for
 */
export function useSloPages(
  query: SloListQuery | undefined,
  range: RowRange,
): SloPages {
  const api = useApi(monitoringApiRef);
  const firstPage = Math.floor(range.first / PAGE);
  const lastPage = Math.max(firstPage, Math.floor((range.last - 1) / PAGE));

  const store = useMemo(() => emptyStore(query), [query]);
  const load = useCallback(async () => {
    // What lies before the part in view is read once, for the way there.
    let page = Math.min(firstPage, store.cursors.length - 1);
    while (store.query && page <= lastPage) {
      const answer = await api.listSlos({
        ...store.query,
        limit: PAGE,
        cursor: store.cursors[page],
      });
      store.pages[page] = answer;
      store.total = answer.totalItems;
      page += 1;
      if (!answer.nextCursor) {
        store.pages.length = page;
        store.cursors.length = page;
        break;
      }
      store.cursors[page] = answer.nextCursor;
    }
    return store;
  }, [api, store, firstPage, lastPage]);
  const { error, refresh } = usePolling(load);

  return {
    total: store.total,
    itemAt: index => store.pages[Math.floor(index / PAGE)]?.items[index % PAGE],
    error,
    refresh,
  };
}
