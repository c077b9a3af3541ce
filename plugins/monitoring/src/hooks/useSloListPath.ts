import { useRouteRef } from '@backstage/core-plugin-api';
import { SloState } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringPageRouteRef } from '../routes';

/** What the list of SLOs is narrowed down to, by a link to it. */
export interface SloListFilters {
  state?: SloState[];
  /** Canonical entity refs. */
  owner?: string[];
  system?: string[];
  domain?: string[];
  /** Only what the user or the user's groups own. */
  mine?: boolean;
}

/** Names of the filters in the address of the list. */
export const SLO_LIST_PARAMETERS = {
  state: 'state',
  owner: 'owner',
  system: 'system',
  domain: 'domain',
  search: 'q',
  mine: 'mine',
  sort: 'sort',
  order: 'order',
  by: 'by',
  columns: 'columns',
} as const;

/** Value of what is only ever on. */
export const ON = '1';

/** Gives the path of the list of all SLOs; undefined where the adopter left the page out. */
export function useSloListPath():
  | ((filters?: SloListFilters) => string)
  | undefined {
  const page = useRouteRef(monitoringPageRouteRef);
  return page && (filters => `${page()}/slos${queryOf(filters)}`);
}

function queryOf({ mine, ...lists }: SloListFilters = {}): string {
  const parameters = new URLSearchParams();
  for (const name of ['state', 'owner', 'system', 'domain'] as const) {
    for (const value of lists[name] ?? []) {
      parameters.append(SLO_LIST_PARAMETERS[name], value);
    }
  }
  if (mine) {
    parameters.set(SLO_LIST_PARAMETERS.mine, ON);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
