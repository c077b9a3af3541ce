/** Ids of the panels, which links and alerts name: they stay. */
export const POSTGRESQL_PANELS = {
  up: 1,
  pool: 2,
  connections: 3,
  transactions: 4,
  cacheHits: 5,
  longest: 6,
  poolUsage: 10,
  connectionsByDatabase: 11,
  connectionsByState: 12,
  slots: 13,
  transactionRate: 20,
  rollbackRatio: 21,
  tuples: 22,
  deadlocks: 30,
  locks: 31,
  longestTransaction: 32,
  cacheHitRatio: 40,
  temporaryBytes: 41,
  databaseSize: 42,
  replicationLag: 50,
  replicationBacklog: 51,
  replicationSlots: 52,
  checkpoints: 53,
} as const;

/** What panels are made of. */
export interface PostgresqlPanelOptions {
  /** Added to the ids, for a dashboard that holds other panels as well. */
  firstId?: number;
  /** Matchers of databases, for a dashboard with the variable `database`. */
  databases?: string;
}
