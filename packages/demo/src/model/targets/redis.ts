import { constantGauge } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';
import { RedisClients } from './redis/RedisClients';
import { RedisCommands } from './redis/RedisCommands';
import { RedisMemory } from './redis/RedisMemory';

/** Redis, under the names of redis_exporter. */
export function createRedis(): SimulatedTarget {
  const up = constantGauge('redis_up', 'Whether Redis answers.', 1);
  const parts = [new RedisMemory(), new RedisCommands(), new RedisClients()];
  return {
    name: 'redis',
    job: 'redis',
    instance: 'redis-0',
    isService: false,
    families: [up, ...parts.flatMap(({ families }) => families)],
    advance(step) {
      for (const part of parts) {
        part.advance(step);
      }
    },
  };
}
