/** Ids of the panels, which links and alerts name: they stay. */
export const REDIS_PANELS = {
  up: 1,
  memory: 2,
  hits: 3,
  commands: 4,
  clientsNow: 5,
  evictionsNow: 6,
  memoryUsage: 10,
  memoryBytes: 11,
  fragmentation: 12,
  hitRatio: 20,
  keys: 21,
  expiringKeys: 22,
  evictions: 23,
  commandRate: 30,
  commandDuration: 31,
  failedCommands: 32,
  clients: 40,
  rejectedConnections: 41,
  network: 42,
  masterLink: 50,
  replicaLag: 51,
  slowCommands: 52,
} as const;

/** What panels are made of. */
export interface RedisPanelOptions {
  /** Added to the ids, for a dashboard that holds other panels as well. */
  firstId?: number;
}
