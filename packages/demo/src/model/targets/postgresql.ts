import { CounterFamily, GaugeFamily } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';

const MAX_CONNECTIONS = 100;
/** Share of connections and of transactions. */
const DATABASES = { media: 0.8, auth: 0.2 } as const;

/** PostgreSQL, under the names of postgres_exporter 0.20. */
export function createPostgresql(): SimulatedTarget {
  const up = new GaugeFamily('pg_up', 'Whether the last scrape succeeded.');
  up.with({}, 1);
  const maximum = new GaugeFamily(
    'pg_settings_max_connections',
    'Sets the maximum number of concurrent connections.',
  );
  maximum.with({}, MAX_CONNECTIONS);
  const reserved = new GaugeFamily(
    'pg_settings_superuser_reserved_connections',
    'Sets the number of connection slots reserved for superusers.',
  );
  reserved.with({}, 3);
  const backends = new GaugeFamily(
    'pg_stat_database_numbackends',
    'Number of backends currently connected to this database.',
  );
  const commits = new CounterFamily(
    'pg_stat_database_xact_commit',
    'Number of transactions in this database that have been committed.',
  );
  const rollbacks = new CounterFamily(
    'pg_stat_database_xact_rollback',
    'Number of transactions in this database that have been rolled back.',
  );
  const deadlocks = new CounterFamily(
    'pg_stat_database_deadlocks',
    'Number of deadlocks detected in this database.',
  );
  const databases = Object.entries(DATABASES).map(([datname, share]) => ({
    share,
    connections: backends.with({ datname }),
    committed: commits.with({ datname }),
    rolledBack: rollbacks.with({ datname }),
    deadlocked: deadlocks.with({ datname }),
  }));

  return {
    name: 'postgresql',
    job: 'postgresql',
    instance: 'postgresql-0',
    isService: false,
    families: [up, maximum, reserved, backends, commits, rollbacks, deadlocks],
    advance(step) {
      const connections = step.isActive('pool-exhaustion')
        ? 94
        : 34 + 14 * (step.traffic - 1) + 6 * step.chance(7);
      for (const database of databases) {
        database.connections.set(connections * database.share);
        const transactions = 260 * database.share * step.traffic * step.seconds;
        database.committed.add(transactions);
        database.rolledBack.add(transactions * 0.002);
      }
    },
  };
}
