/** How PostgreSQL's expressions read the series. */
export interface PostgresqlExpressionOptions {
  /** Matchers of the databases that are looked at; all but the templates when absent. */
  databases?: string;
  /** For alerts: how long a value stands when a scrape fails, as a duration. */
  hold?: string;
}

/** One server is what one scrape sees; the exporter's label `server` is gone since 0.12. */
const SERVER = 'by (job, instance)';
const DATABASE = 'by (job, instance, datname)';

/** Shared relations have no name; templates are nobody's data. */
export const REAL_DATABASES = 'datname!~"template.*|"';

/**
 * PromQL of the PostgreSQL pack. Each has one series per server (`job`, `instance`), and where it
 * says so per database.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function postgresqlExpressions(
  selector: string,
  window: string,
  { databases = REAL_DATABASES, hold }: PostgresqlExpressionOptions = {},
) {
  const gauge = (name: string, matchers?: string) => {
    const series = `${name}{${[selector, matchers]
      .filter(Boolean)
      .join(', ')}}`;
    return hold ? `last_over_time(${series}[${hold}])` : series;
  };
  const max = (name: string) => `max ${SERVER} (${gauge(name)})`;
  const rate = (name: string, by: string = DATABASE) =>
    `sum ${by} (rate(${name}{${selector}, ${databases}}[${window}]))`;
  const increase = (name: string) =>
    `sum ${DATABASE} (increase(${name}{${selector}, ${databases}}[${window}]))`;
  const serverRate = (name: string) =>
    `sum ${SERVER} (rate(${name}{${selector}}[${window}]))`;

  // Summed before they are joined, so that both names have the same labels: where a server has
  // both, the exporter's counts; where it has one, that one does.
  const connections = `(sum ${SERVER} (${gauge(
    'pg_stat_database_numbackends',
  )}) or sum ${SERVER} (${gauge('pg_connections')}))`;
  const maximum = `(${max('pg_settings_max_connections')} or ${max(
    'pg_max_connections',
  )})`;
  // Only superusers get the last slots; the second setting came with PostgreSQL 16.
  const reserved = (name: string) => `(${max(name)} or 0 * ${maximum})`;
  const slots = `(${maximum} - ${reserved(
    'pg_settings_superuser_reserved_connections',
  )} - ${reserved('pg_settings_reserved_connections')})`;

  const commits = rate('pg_stat_database_xact_commit', SERVER);
  const rollbacks = rate('pg_stat_database_xact_rollback', SERVER);
  const hits = rate('pg_stat_database_blks_hit', SERVER);
  const reads = rate('pg_stat_database_blks_read', SERVER);
  const databaseHits = rate('pg_stat_database_blks_hit');
  const databaseReads = rate('pg_stat_database_blks_read');
  const isReplica = `max ${SERVER} (${gauge(
    'pg_replication_is_replica',
  )}) == 1`;

  return {
    /** 1 or 0 per server. */
    up: max('pg_up'),
    connections,
    slots,
    /** Of the slots that ordinary roles can have. */
    poolUsage: `${connections} / (${slots} > 0)`,
    connectionsByDatabase: `sum ${DATABASE} (${gauge(
      'pg_stat_database_numbackends',
      databases,
    )})`,
    connectionsByState: `sum by (state) (${gauge(
      'pg_stat_activity_count',
      databases,
    )})`,
    commits: rate('pg_stat_database_xact_commit'),
    rollbacks: rate('pg_stat_database_xact_rollback'),
    transactions: `${commits} + ${rollbacks}`,
    rollbackRatio: `${rollbacks} / (${commits} + ${rollbacks} > 0)`,
    cacheHitRatio: `${hits} / (${hits} + ${reads} > 0)`,
    cacheHitRatioByDatabase: `${databaseHits} / (${databaseHits} + ${databaseReads} > 0)`,
    tuples: (
      kind: 'returned' | 'fetched' | 'inserted' | 'updated' | 'deleted',
    ) => rate(`pg_stat_database_tup_${kind}`, SERVER),
    deadlocks: increase('pg_stat_database_deadlocks'),
    locks: `sum by (mode) (${gauge('pg_locks_count', databases)}) > 0`,
    /** In seconds, per database. Cleaning up may take its time. */
    longestTransaction: `max ${DATABASE} (${gauge(
      'pg_stat_activity_max_tx_duration',
      `${databases}, state=~"active|idle in transaction.*", backend_type!="autovacuum worker"`,
    )})`,
    temporaryBytes: rate('pg_stat_database_temp_bytes'),
    databaseSize: `max ${DATABASE} (${gauge(
      'pg_database_size_bytes',
      databases,
    )})`,
    /** In seconds, per standby; exporters before 0.12 do not say. */
    replicationLag: `max ${SERVER} (${gauge(
      'pg_replication_lag_seconds',
    )}) and ${isReplica}`,
    /** In bytes, per primary and standby. */
    replicationBacklog: `max by (job, instance, application_name) (${gauge(
      'pg_stat_replication_pg_wal_lsn_diff',
    )})`,
    /** 1 or 0 per slot. */
    replicationSlots: `max by (job, instance, slot_name) (${gauge(
      'pg_replication_slots_active',
    )})`,
    timedCheckpoints: serverRate('pg_stat_bgwriter_checkpoints_timed_total'),
    requestedCheckpoints: serverRate('pg_stat_bgwriter_checkpoints_req_total'),
  };
}
