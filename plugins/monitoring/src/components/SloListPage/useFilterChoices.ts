import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { SloRollupKey } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { usePolling } from '../../hooks/usePolling';
import { refName } from '../ServiceLink';
import { ROLLUP_KEYS } from './useSloListState';

/** Systems, domains and owners come and go slowly. In milliseconds. */
const INTERVAL = 5 * 60_000;

/** Something that a list can be narrowed down to. */
export interface FilterChoice {
  value: string;
  /** How many SLOs it has. */
  count?: number;
}

/** The systems, domains and owners that have SLOs, by name. */
export function useFilterChoices(): Record<SloRollupKey, FilterChoice[]> {
  const api = useApi(monitoringApiRef);
  const load = useCallback(async () => {
    const answers = await Promise.all(
      ROLLUP_KEYS.map(key => api.getSloRollups(key)),
    );
    return answers.map(({ items }) =>
      items
        .flatMap(({ ref, total }) =>
          ref ? [{ value: ref, count: total }] : [],
        )
        .sort((a, b) => refName(a.value).localeCompare(refName(b.value))),
    );
  }, [api]);
  const [system = [], domain = [], owner = []] =
    usePolling(load, INTERVAL).value ?? [];
  return { system, domain, owner };
}
