import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';

/** Who is connected: clients, and one replica. */
export class RedisClients {
  readonly #clients = new GaugeFamily(
    'redis_connected_clients',
    'Clients connected.',
  );
  readonly #blocked = new GaugeFamily(
    'redis_blocked_clients',
    'Clients that wait for a key.',
  );
  readonly #rejections = new CounterFamily(
    'redis_rejected_connections_total',
    'Connections refused because of maxclients.',
  );
  readonly #slow = new CounterFamily(
    'redis_slowlog_last_id',
    'The number of the last slow command.',
    { type: 'gauge' },
  );
  readonly families = [
    this.#clients,
    constantGauge('redis_config_maxclients', 'The setting maxclients.', 200),
    this.#blocked,
    this.#rejections,
    this.#slow,
    constantGauge('redis_connected_slaves', 'Replicas connected.', 1),
    constantGauge(
      'redis_connected_slave_lag_seconds',
      'How far a replica is behind.',
      1,
      { slave_ip: '10.0.3.12', slave_port: '6379', slave_state: 'online' },
    ),
    constantGauge(
      'redis_master_link_up',
      'Whether a replica is connected to its master.',
      1,
      {
        // The replica is a server of its own.
        instance: 'redis-1',
        master_host: 'redis-0',
        master_port: '6379',
      },
    ),
  ];
  readonly #connected = this.#clients.with({});
  readonly #waiting = this.#blocked.with({});
  readonly #slowCommands = this.#slow.with({});

  constructor() {
    this.#rejections.with({});
  }

  advance(step: Step): void {
    this.#connected.set(36 + 8 * step.chance(13));
    this.#waiting.set(2 * step.chance(29));
    this.#slowCommands.add((step.traffic * step.seconds) / 5_400);
  }
}
