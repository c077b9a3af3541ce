import { CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { DATABASES, SERVER } from './postgresqlLabels';

/** Transactions per second of all databases. */
const TRANSACTIONS = 260;
/** Rows per transaction. */
const ROWS = {
  returned: 42,
  fetched: 11,
  inserted: 0.8,
  updated: 0.45,
  deleted: 0.06,
} as const;
/** Bytes at the beginning of history, of all databases. */
const SIZE = 38 * 1024 ** 3;

function ofDatabases(name: string, help: string): CounterFamily {
  return new CounterFamily(`pg_stat_database_${name}`, help);
}

/** Transactions, rows and blocks, by database. */
export class PostgresqlWork {
  readonly #commits = ofDatabases(
    'xact_commit',
    'Number of transactions in this database that have been committed.',
  );
  readonly #rollbacks = ofDatabases(
    'xact_rollback',
    'Number of transactions in this database that have been rolled back.',
  );
  readonly #deadlocks = ofDatabases(
    'deadlocks',
    'Number of deadlocks detected in this database.',
  );
  readonly #hits = ofDatabases(
    'blks_hit',
    'Number of disk blocks that were found in the buffer cache.',
  );
  readonly #reads = ofDatabases(
    'blks_read',
    'Number of disk blocks read in this database.',
  );
  readonly #temporary = ofDatabases(
    'temp_bytes',
    'Bytes that queries in this database wrote to temporary files.',
  );
  readonly #rows = Object.entries(ROWS).map(([kind, perTransaction]) => ({
    perTransaction,
    family: ofDatabases(`tup_${kind}`, `Number of rows ${kind} by queries.`),
  }));
  readonly #sizes = new GaugeFamily(
    'pg_database_size_bytes',
    'Disk space used by the database.',
  );
  readonly families = [
    this.#commits,
    this.#rollbacks,
    this.#deadlocks,
    this.#hits,
    this.#reads,
    this.#temporary,
    ...this.#rows.map(({ family }) => family),
    this.#sizes,
  ];
  readonly #databases = DATABASES.map(({ share, datid, datname }) => {
    const labels = { datid, datname, ...SERVER };
    return {
      share,
      committed: this.#commits.with(labels),
      rolledBack: this.#rollbacks.with(labels),
      deadlocked: this.#deadlocks.with(labels),
      hit: this.#hits.with(labels),
      read: this.#reads.with(labels),
      temporary: this.#temporary.with(labels),
      rows: this.#rows.map(({ family, perTransaction }) => ({
        perTransaction,
        rows: family.with(labels),
      })),
      size: this.#sizes.with({ datname, ...SERVER }, share * SIZE),
    };
  });

  advance(step: Step): void {
    for (const { share, rows, size, ...database } of this.#databases) {
      const transactions = TRANSACTIONS * share * step.traffic * step.seconds;
      database.committed.add(transactions);
      database.rolledBack.add(transactions * 0.002);
      // One or two a week.
      database.deadlocked.add((share * step.seconds) / 400_000);
      const blocks = 38 * transactions;
      const missed = 0.004 + 0.012 * step.chance(24);
      database.hit.add(blocks * (1 - missed));
      database.read.add(blocks * missed);
      database.temporary.add(
        60_000 * share * step.traffic * step.chance(25) * step.seconds,
      );
      for (const { rows: counted, perTransaction } of rows) {
        counted.add(transactions * perTransaction);
      }
      size.set(size.get() + 12 * transactions);
    }
  }
}
