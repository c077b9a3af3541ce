import { useEntityPath } from './useEntityPath';

/** Path of the tab below the entity's page, unless the adopter moved it. */
export const MONITORING_TAB_PATH = '/monitoring';

/** Gives the path of an entity's "Monitoring" tab, showing an environment where one is named. */
export function useMonitoringPath(): (
  entityRef: string,
  environment?: string,
) => string {
  const entityPathOf = useEntityPath();
  return (entityRef, environment) => {
    const query = environment
      ? `?environment=${encodeURIComponent(environment)}`
      : '';
    return `${entityPathOf(entityRef)}${MONITORING_TAB_PATH}${query}`;
  };
}
