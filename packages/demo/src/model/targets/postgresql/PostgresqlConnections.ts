import { constantGauge, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { DATABASES, SERVER } from './postgresqlLabels';

const MAX_CONNECTIONS = 100;

/** Connections, what they do and what they hold. */
export class PostgresqlConnections {
  readonly #backends = new GaugeFamily(
    'pg_stat_database_numbackends',
    'Number of backends currently connected to this database.',
  );
  readonly #states = new GaugeFamily(
    'pg_stat_activity_count',
    'Number of connections in this state.',
  );
  readonly #longest = new GaugeFamily(
    'pg_stat_activity_max_tx_duration',
    'Longest that a transaction in this state has been running, in seconds.',
    3,
  );
  readonly #locks = new GaugeFamily('pg_locks_count', 'Number of locks.');
  readonly families = [
    constantGauge(
      'pg_settings_max_connections',
      'Sets the maximum number of concurrent connections.',
      MAX_CONNECTIONS,
      SERVER,
    ),
    constantGauge(
      'pg_settings_superuser_reserved_connections',
      'Sets the number of connection slots reserved for superusers.',
      3,
      SERVER,
    ),
    this.#backends,
    this.#states,
    this.#longest,
    this.#locks,
  ];
  readonly #databases = DATABASES.map(({ datid, datname, share }) => {
    const labels = { datname, ...SERVER };
    const state = (name: string) => ({
      count: this.#states.with({ ...labels, state: name }),
      longest: this.#longest.with({ ...labels, state: name }),
    });
    return {
      share,
      connections: this.#backends.with({ datid, ...labels }),
      active: state('active'),
      idle: state('idle'),
      inTransaction: state('idle in transaction'),
      reads: this.#locks.with({ ...labels, mode: 'accesssharelock' }),
      writes: this.#locks.with({ ...labels, mode: 'rowexclusivelock' }),
    };
  });

  advance(step: Step): void {
    const exhausted = step.isActive('pool-exhaustion');
    const all = exhausted
      ? 94
      : 34 + 14 * (step.traffic - 1) + 6 * step.chance(7);
    for (const database of this.#databases) {
      const connections = Math.round(all * database.share);
      // Somebody forgets to commit.
      const forgotten = Math.round(connections * (exhausted ? 0.7 : 0.06));
      const active = Math.round(connections * (0.12 + 0.1 * step.chance(21)));
      database.connections.set(connections);
      database.active.count.set(active);
      database.inTransaction.count.set(forgotten);
      database.idle.count.set(connections - active - forgotten);
      database.active.longest.set(0.05 + 1.2 * step.chance(22));
      database.inTransaction.longest.set(
        exhausted ? 240 + 30 * step.chance(23) : 0.4 + 3 * step.chance(23),
      );
      database.reads.set(2 * active + forgotten + 1);
      database.writes.set(Math.ceil(active / 2) + forgotten);
    }
  }
}
