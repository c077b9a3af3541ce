import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloQuery,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';

/** The queries behind an SLO's figures, read when somebody first asks for one. */
export interface SloQueries {
  queries?: SloQuery[];
  /** They could not be read. */
  failed: boolean;
  load: () => void;
}

/** Queries that are known already, with the detail of their SLO. */
export function knownQueries(queries: SloQuery[]): SloQueries {
  return { queries, failed: false, load: () => {} };
}

/**
 * Queries of an SLO whose detail nobody has read: a card shows figures of the snapshot, and a
 * page full of cards must not ask for all of their queries.
 */
export function useSloQueries(
  slo: Pick<SloStatus, 'entityRef' | 'id'>,
): SloQueries {
  const { entityRef, id } = slo;
  const api = useApi(monitoringApiRef);
  const [state, setState] = useState<Omit<SloQueries, 'load'>>({
    failed: false,
  });
  const asked = useRef(false);

  const load = useCallback(async () => {
    if (asked.current) {
      return;
    }
    asked.current = true;
    try {
      const { queries } = await api.getSloDetail(entityRef, id);
      setState({ queries, failed: false });
    } catch {
      // The next one who asks may have more luck.
      asked.current = false;
      setState({ failed: true });
    }
  }, [api, entityRef, id]);

  return { ...state, load };
}
