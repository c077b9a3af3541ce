import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';
import { REAL_DATABASES } from './postgresqlExpressions';
import { postgresqlPanels } from './postgresqlPanels';

/** The dashboard of the servers that an entity's selector finds. */
export function postgresqlDashboard(context: PackContext): PackDashboard {
  const panels = postgresqlPanels(context, {
    databases: `datname=~"$database", ${REAL_DATABASES}`,
  });
  const title = `${context.title} · PostgreSQL`;
  const model = buildPackDashboard({
    title,
    description: `Connections, transactions, memory, disk and standbys of ${context.title}`,
    tags: ['postgresql'],
    variables: [
      {
        name: 'database',
        label: 'Database',
        series: `pg_stat_database_numbackends{${context.selector}, ${REAL_DATABASES}}`,
        of: 'datname',
        preset: context.options.database,
      },
    ],
    stats: [
      panels.up,
      panels.pool,
      panels.connections,
      panels.transactions,
      panels.cacheHits,
      panels.longest,
    ],
    rows: [
      {
        title: 'Connections',
        panels: [
          panels.poolUsage,
          panels.slots,
          panels.connectionsByDatabase,
          panels.connectionsByState,
        ],
      },
      {
        title: 'Transactions',
        panels: [panels.transactionRate, panels.rollbackRatio, panels.tuples],
      },
      {
        title: 'Waiting',
        panels: [panels.deadlocks, panels.locks, panels.longestTransaction],
      },
      {
        title: 'Memory and disk',
        panels: [
          panels.cacheHitRatio,
          panels.temporaryBytes,
          panels.databaseSize,
        ],
      },
      {
        title: 'Standbys and checkpoints',
        panels: [
          panels.replicationLag,
          panels.replicationBacklog,
          panels.replicationSlots,
          panels.checkpoints,
        ],
      },
    ],
  });
  return { id: 'overview', title, model };
}
