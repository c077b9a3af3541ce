import { Config } from '@backstage/config';
import { readCount } from './readCount';
import { readDuration } from './readDuration';
import { CacheConfig, PrometheusType, RangeCacheConfig } from './types';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How long samples may be on their way, as the servers' own caches take it: Thanos'
 * `query-range.response-cache-max-freshness`, Mimir's `query-frontend.max-cache-freshness`,
 * VictoriaMetrics' `search.cacheTimestampOffset`. Prometheus has what it scrapes at once.
 */
const FRESHNESS: Record<PrometheusType, number> = {
  prometheus: MINUTE,
  thanos: MINUTE,
  mimir: 10 * MINUTE,
  victoriametrics: 5 * MINUTE,
};

/** Reads `monitoring.prometheus[].cache`; nothing is kept when it is switched off. */
export function readRangeCacheConfig(
  instance: Config,
  parent: string,
  type: PrometheusType,
): { cache?: RangeCacheConfig } {
  const cache = instance.getOptionalConfig('cache');
  const path = `${parent}.cache`;
  if (cache?.getOptionalBoolean('enabled') === false) {
    return {};
  }
  return {
    cache: {
      freshness: readDuration(cache, 'freshness', {
        path,
        default: FRESHNESS[type],
        minimum: 0,
        maximum: DAY,
      }),
      maxAge: readDuration(cache, 'maxAge', {
        path,
        default: 60 * MINUTE,
        minimum: MINUTE,
        maximum: 7 * DAY,
      }),
    },
  };
}

/** Reads `monitoring.cache`. */
export function readCacheConfig(monitoring: Config | undefined): CacheConfig {
  const read = (key: string) =>
    readCount(monitoring?.getOptionalConfig('cache'), key, {
      path: 'monitoring.cache',
      default: 64 * 1024 * 1024,
      minimum: 1024 * 1024,
    });
  return { maxBytes: read('maxBytes'), maxSentBytes: read('maxSentBytes') };
}

/** Stores of `backend.cache` that all replicas of the backend share. */
const SHARED_STORES = ['redis', 'valkey', 'memcache', 'infinispan'];

/** Whether Backstage's cache service is one store for all replicas, and not each one's memory. */
export function isCacheShared(rootConfig: Config): boolean {
  const store = rootConfig.getOptionalString('backend.cache.store');
  return store !== undefined && SHARED_STORES.includes(store);
}
