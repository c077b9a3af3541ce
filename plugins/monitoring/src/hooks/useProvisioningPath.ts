import { useRouteRef } from '@backstage/core-plugin-api';
import { monitoringPageRouteRef } from '../routes';

/** Paths of the portal-wide pages about provisioning. */
export interface ProvisioningPaths {
  overview: string;
  run(id: string): string;
}

/** Gives the paths of the portal-wide pages; undefined where the adopter left the page out. */
export function useProvisioningPath(): ProvisioningPaths | undefined {
  const page = useRouteRef(monitoringPageRouteRef);
  if (!page) {
    return undefined;
  }
  const overview = `${page()}/provisioning`;
  return { overview, run: id => `${overview}/runs/${encodeURIComponent(id)}` };
}
