import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Path of the tab below the entity's page, unless the adopter moved it. */
export const MONITORING_TAB_PATH = '/monitoring';

/** Gives the path of an entity's "Monitoring" tab, showing an environment where one is named. */
export function useMonitoringPath(): (
  entityRef: string,
  environment?: string,
) => string {
  const entityPage = useRouteRef(entityRouteRef);
  return (entityRef, environment) => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const page = entityPage({
      kind: kind.toLocaleLowerCase('en-US'),
      namespace: namespace.toLocaleLowerCase('en-US'),
      name,
    });
    const query = environment
      ? `?environment=${encodeURIComponent(environment)}`
      : '';
    return `${page}${MONITORING_TAB_PATH}${query}`;
  };
}
