import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { CacheConfig, PrometheusConfig } from '../../config';
import { PrometheusClient } from '../../sources';
import { QueryClient } from '../QueryClient';
import { QueryObserver } from '../QueryObserver';
import { RangeCachingClient } from './RangeCachingClient';
import { RangeStore } from './RangeStore';
import { RestartWatch } from './RestartWatch';
import { SharedRangeStore } from './SharedRangeStore';
import { upstreamIdentity } from './upstreamIdentity';

/** Options of {@link createRangeCaching}. */
export interface RangeCachingOptions {
  config: Pick<CacheConfig, 'maxBytes'>;
  /** One store for all replicas of the backend; absent: each keeps its own. */
  cache?: CacheService;
  observer?: QueryObserver;
  logger: LoggerService;
  /** Unix milliseconds. */
  now: () => number;
}

/** One store for all servers, and how each of their clients gets to use it. */
export function createRangeCaching(
  options: RangeCachingOptions,
): (client: PrometheusClient, config: PrometheusConfig) => QueryClient {
  const { cache, observer, logger, now } = options;
  const store = RangeStore.create({
    maxBytes: options.config.maxBytes,
    observer,
  });
  return (client, config) => {
    if (!config.cache) {
      return client;
    }
    const { freshness, maxAge } = config.cache;
    return RangeCachingClient.create({
      client,
      identity: upstreamIdentity(config),
      freshness,
      maxAge,
      store,
      shared: cache && SharedRangeStore.create({ cache, maxAge, logger, now }),
      restarts: RestartWatch.create({
        server: client,
        atOnce: cache !== undefined,
        now,
      }),
      observer,
      now,
    });
  };
}
