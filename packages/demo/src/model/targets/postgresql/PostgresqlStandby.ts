import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { SERVER } from './postgresqlLabels';

const CHECKPOINT_TIMEOUT = 300;
/** The standby is a server of its own. */
const STANDBY = { instance: 'postgresql-1' };

/** The log: its checkpoints, and the standby that reads it. */
export class PostgresqlStandby {
  readonly #behind = new GaugeFamily(
    'pg_stat_replication_pg_wal_lsn_diff',
    'Lag in bytes between primary and standby.',
  );
  readonly #timed = new CounterFamily(
    'pg_stat_bgwriter_checkpoints_timed_total',
    'Number of scheduled checkpoints that have been performed.',
  );
  readonly #requested = new CounterFamily(
    'pg_stat_bgwriter_checkpoints_req_total',
    'Number of requested checkpoints that have been performed.',
  );
  readonly #lag = new GaugeFamily(
    'pg_replication_lag_seconds',
    'How far a standby is behind, in seconds.',
    3,
  );
  readonly families = [
    constantGauge(
      'pg_replication_is_replica',
      'Whether the server is a standby.',
      1,
      STANDBY,
    ),
    this.#lag,
    constantGauge(
      'pg_replication_slots_active',
      'Whether the slot is in use.',
      1,
      { slot_name: 'standby_1', ...SERVER },
    ),
    this.#behind,
    this.#timed,
    this.#requested,
  ];
  readonly #bytes = this.#behind.with({
    application_name: 'standby-1',
    client_addr: '10.0.3.11',
    slot_name: '5520',
    state: 'streaming',
    ...SERVER,
  });
  readonly #seconds = this.#lag.with(STANDBY);
  readonly #byTime = this.#timed.with(SERVER);
  readonly #byRequest = this.#requested.with(SERVER);

  advance(step: Step): void {
    this.#bytes.set(48_000 * step.traffic * (0.2 + step.chance(26)));
    this.#seconds.set(0.02 + 0.4 * step.traffic * step.chance(26));
    this.#byTime.add(step.seconds / CHECKPOINT_TIMEOUT);
    this.#byRequest.add(step.seconds / 21_600);
  }
}
