/** Ids of the panels, which links and alerts name: they stay. */
export const NATS_PANELS = {
  connectionsNow: 1,
  pendingNow: 2,
  messages: 3,
  storage: 4,
  slowConsumersNow: 5,
  pending: 10,
  ackPending: 11,
  redelivered: 12,
  streamRate: 20,
  streamMessages: 21,
  streamBytes: 22,
  streamUsage: 23,
  messageRate: 30,
  byteRate: 31,
  connections: 32,
  slowConsumers: 33,
  cpu: 40,
  memory: 41,
  storageUsage: 42,
  storageBytes: 43,
} as const;

/** What panels are made of. */
export interface NatsPanelOptions {
  /** Added to the ids, for a dashboard that holds other panels as well. */
  firstId?: number;
  /** Matchers of consumers, for a dashboard with the variable `consumer`. */
  consumers?: string;
}
