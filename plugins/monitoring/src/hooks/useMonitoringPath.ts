import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Path of the tab below the entity's page, unless the adopter moved it. */
export const MONITORING_TAB_PATH = '/monitoring';

/** Gives the path of an entity's "Monitoring" tab. */
export function useMonitoringPath(): (entityRef: string) => string {
  const entityPage = useRouteRef(entityRouteRef);
  return entityRef => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const page = entityPage({
      kind: kind.toLocaleLowerCase('en-US'),
      namespace: namespace.toLocaleLowerCase('en-US'),
      name,
    });
    return `${page}${MONITORING_TAB_PATH}`;
  };
}
