/** One server is what one scrape sees. */
const SERVER = 'by (job, instance)';

/**
 * PromQL of the Redis pack. Each has one series per server (`job`, `instance`), and where it says
 * so per database or command.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 * @param hold - for alerts: how long a value stands when a scrape fails, as a duration
 */
export function redisExpressions(
  selector: string,
  window: string,
  hold?: string,
) {
  const gauge = (name: string) =>
    hold
      ? `last_over_time(${name}{${selector}}[${hold}])`
      : `${name}{${selector}}`;
  const max = (name: string, by: string = SERVER) =>
    `max ${by} (${gauge(name)})`;
  const rate = (name: string, by: string = SERVER) =>
    `sum ${by} (rate(${name}{${selector}}[${window}]))`;
  const increase = (name: string) =>
    `sum ${SERVER} (increase(${name}{${selector}}[${window}]))`;

  const used = max('redis_memory_used_bytes');
  const hits = rate('redis_keyspace_hits_total');
  const misses = rate('redis_keyspace_misses_total');
  // `maxmemory 0` is no limit: what counts then is the machine's memory, where the exporter says
  // it, or nothing.
  const limit = `(${max('redis_memory_max_bytes')} > 0 or ${max(
    'redis_total_system_memory_bytes',
  )} > 0)`;
  const evictions = rate('redis_evicted_keys_total');
  const evicted = `redis_evicted_keys_total{${selector}}`;
  const recentEvictions = `sum ${SERVER} (rate(${evicted}[15m]))`;
  const earlierEvictions = `sum ${SERVER} (rate(${evicted}[1h] offset 15m))`;
  // An hour that a server was there for in part only says too little.
  const wasThere = `max ${SERVER} (last_over_time(${evicted}[15m] offset 75m))`;
  const calls = rate('redis_commands_total', 'by (cmd)');
  return {
    /** 1 or 0 per server. */
    up: max('redis_up'),
    memoryUsed: used,
    memoryLimit: limit,
    memoryResident: max('redis_memory_used_rss_bytes'),
    memoryUsage: `${used} / ${limit}`,
    fragmentation: max('redis_mem_fragmentation_ratio'),
    hits,
    misses,
    hitRatio: `${hits} / (${hits} + ${misses} > 0)`,
    commands: rate('redis_commands_processed_total'),
    commandsByName: calls,
    /** In seconds per call. */
    durationByCommand: `${rate(
      'redis_commands_duration_seconds_total',
      'by (cmd)',
    )} / (${calls} > 0)`,
    failedCommands: `${rate(
      'redis_commands_failed_calls_total',
      'by (cmd)',
    )} > 0`,
    keys: `${max('redis_db_keys', 'by (job, instance, db)')} > 0`,
    expiringKeys: `${max(
      'redis_db_keys_expiring',
      'by (job, instance, db)',
    )} > 0`,
    evictions,
    /** Of the last 15 minutes, while there are more than twice as many as in the hour before. */
    risingEvictions: `${recentEvictions} > 2 * ${earlierEvictions} and ${wasThere}`,
    expirations: rate('redis_expired_keys_total'),
    clients: max('redis_connected_clients'),
    clientLimit: `${max('redis_config_maxclients')} > 0`,
    clientUsage: `${max('redis_connected_clients')} / (${max(
      'redis_config_maxclients',
    )} > 0)`,
    blockedClients: max('redis_blocked_clients'),
    rejectedConnections: increase('redis_rejected_connections_total'),
    bytesIn: rate('redis_net_input_bytes_total'),
    bytesOut: rate('redis_net_output_bytes_total'),
    replicas: max('redis_connected_slaves'),
    /** 1 or 0 per replica. */
    masterLink: max('redis_master_link_up', 'by (job, instance, master_host)'),
    /** In seconds, per master and replica. */
    replicaLag: max(
      'redis_connected_slave_lag_seconds',
      'by (job, instance, slave_ip, slave_port)',
    ),
    slowCommands: increase('redis_slowlog_last_id'),
    lastSlowCommand: max('redis_last_slow_execution_duration_seconds'),
  };
}
