import { PackContext } from '@sightline/backstage-plugin-monitoring-node';
import { postgresqlLoadPanels } from './postgresqlLoadPanels';
import { PostgresqlPanelOptions } from './postgresqlPanelIds';
import { postgresqlStats } from './postgresqlStats';
import { postgresqlStoragePanels } from './postgresqlStoragePanels';

/** All panels of PostgreSQL by name, for its own dashboard and those that hold more. */
export function postgresqlPanels(
  context: PackContext,
  options: PostgresqlPanelOptions = {},
) {
  return {
    ...postgresqlStats(context, options),
    ...postgresqlLoadPanels(context, options),
    ...postgresqlStoragePanels(context, options),
  };
}
