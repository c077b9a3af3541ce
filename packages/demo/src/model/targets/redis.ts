import { CounterFamily, GaugeFamily } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';

const MAXIMUM = 2 * 1024 ** 3;
/** Share of the maximum that fills per second while `redis-memory` lasts. */
const FILLING = 0.02;

/** Redis, under the names of redis_exporter. */
export function createRedis(): SimulatedTarget {
  const up = new GaugeFamily('redis_up', 'Whether Redis answers.');
  up.with({}, 1);
  const maximum = new GaugeFamily(
    'redis_memory_max_bytes',
    'The setting maxmemory in bytes.',
  );
  maximum.with({}, MAXIMUM);
  const used = new GaugeFamily('redis_memory_used_bytes', 'Bytes in use.');
  const usedBytes = used.with({}, 0.55 * MAXIMUM);
  const hits = new CounterFamily(
    'redis_keyspace_hits_total',
    'Lookups that found their key.',
  );
  const hit = hits.with({});
  const misses = new CounterFamily(
    'redis_keyspace_misses_total',
    'Lookups that did not find their key.',
  );
  const missed = misses.with({});
  const evictions = new CounterFamily(
    'redis_evicted_keys_total',
    'Keys evicted because of maxmemory.',
  );
  const evicted = evictions.with({});
  const clients = new GaugeFamily(
    'redis_connected_clients',
    'Clients connected.',
  );
  const connected = clients.with({});

  return {
    name: 'redis',
    job: 'redis',
    instance: 'redis-0',
    isService: false,
    families: [up, maximum, used, hits, misses, evictions, clients],
    advance(step) {
      const filling = step.isActive('redis-memory');
      const usual = 0.52 + 0.06 * step.traffic + 0.02 * step.chance(12);
      const share = usedBytes.get() / MAXIMUM;
      const next = filling
        ? Math.min(0.94, share + FILLING * step.seconds)
        : Math.max(usual, share - FILLING * step.seconds);
      usedBytes.set(next * MAXIMUM);
      const lookups = 650 * step.traffic * step.seconds;
      const found = filling ? 0.55 : 0.93;
      hit.add(lookups * found);
      missed.add(lookups * (1 - found));
      evicted.add(filling ? 120 * step.seconds : 0);
      connected.set(36 + 8 * step.chance(13));
    },
  };
}
