import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';

/** That of the real one, so that its series go on. */
const MAXIMUM = 64 * 1024 ** 2;
/** Share of the maximum that fills per second while `redis-memory` lasts. */
const FILLING = 0.02;
/** Bytes of a key with its value. */
const ENTRY = 14_500;

/** What Redis keeps, and what it lets go. */
export class RedisMemory {
  readonly #used = new GaugeFamily('redis_memory_used_bytes', 'Bytes in use.');
  readonly #resident = new GaugeFamily(
    'redis_memory_used_rss_bytes',
    'Bytes as the operating system sees them.',
  );
  readonly #fragmentation = new GaugeFamily(
    'redis_mem_fragmentation_ratio',
    'Resident bytes for each byte in use.',
    2,
  );
  readonly #keys = new GaugeFamily('redis_db_keys', 'Keys.');
  readonly #expiring = new GaugeFamily(
    'redis_db_keys_expiring',
    'Keys that expire.',
  );
  readonly #evictions = new CounterFamily(
    'redis_evicted_keys_total',
    'Keys evicted because of maxmemory.',
  );
  readonly #expirations = new CounterFamily(
    'redis_expired_keys_total',
    'Keys whose time was over.',
  );
  readonly families = [
    constantGauge(
      'redis_memory_max_bytes',
      'The setting maxmemory in bytes.',
      MAXIMUM,
    ),
    this.#used,
    this.#resident,
    this.#fragmentation,
    this.#keys,
    this.#expiring,
    this.#evictions,
    this.#expirations,
  ];
  readonly #usedBytes = this.#used.with({}, 0.55 * MAXIMUM);
  readonly #residentBytes = this.#resident.with({});
  readonly #ratio = this.#fragmentation.with({});
  readonly #kept = this.#keys.with({ db: 'db0' });
  readonly #keptForAWhile = this.#expiring.with({ db: 'db0' });
  readonly #evicted = this.#evictions.with({});
  readonly #expired = this.#expirations.with({});

  advance(step: Step): void {
    const filling = step.isActive('redis-memory');
    const usual = 0.52 + 0.06 * step.traffic + 0.02 * step.chance(12);
    const share = this.#usedBytes.get() / MAXIMUM;
    const next = filling
      ? Math.min(0.94, share + FILLING * step.seconds)
      : Math.max(usual, share - FILLING * step.seconds);
    const fragmentation = 1.08 + 0.06 * step.chance(27);
    this.#usedBytes.set(next * MAXIMUM);
    this.#residentBytes.set(next * MAXIMUM * fragmentation);
    this.#ratio.set(fragmentation);
    this.#kept.set((next * MAXIMUM) / ENTRY);
    this.#keptForAWhile.set((0.1 * next * MAXIMUM) / ENTRY);
    this.#evicted.add(filling ? 120 * step.seconds : 0);
    this.#expired.add(38 * step.traffic * step.seconds);
  }
}
