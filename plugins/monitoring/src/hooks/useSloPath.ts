import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringPageRouteRef } from '../routes';
import { useMonitoringPath } from './useMonitoringPath';

/** What tells one SLO from all others. */
export type SloAddress = Pick<SloStatus, 'entityRef' | 'id' | 'environment'>;

/**
 * Gives the path of an SLO's own page, with a query (`show=queries`) where one is given; where
 * the adopter left the portal-wide page out, that of its entity's "Monitoring" tab.
 */
export function useSloPath(): (slo: SloAddress, query?: string) => string {
  const page = useRouteRef(monitoringPageRouteRef);
  const tabOf = useMonitoringPath();
  return (slo, query) => {
    if (!page) {
      return tabOf(slo.entityRef, slo.environment);
    }
    const { kind, namespace, name } = parseEntityRef(slo.entityRef);
    const parts = [kind, namespace, name, slo.id];
    const path = `${page()}/slos/${parts.map(encodeURIComponent).join('/')}`;
    return query ? `${path}?${query}` : path;
  };
}
