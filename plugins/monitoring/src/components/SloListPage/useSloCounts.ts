import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloListQuery,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { Polled, usePolling } from '../../hooks/usePolling';

/**
 * Counts by state of what matches the filters, whichever states are chosen: they stay where they
 * are while somebody chooses.
 *
 * @param query - undefined while it is not known what to ask for
 */
export function useSloCounts(
  query: SloListQuery | undefined,
): Polled<SloListResponse | undefined> {
  const api = useApi(monitoringApiRef);
  const filters =
    query &&
    JSON.stringify({
      owner: query.owner,
      system: query.system,
      domain: query.domain,
      search: query.search,
    });
  const load = useCallback(
    async () =>
      filters === undefined
        ? undefined
        : await api.listSlos({ ...JSON.parse(filters), limit: 1 }),
    [api, filters],
  );
  return usePolling(load);
}
