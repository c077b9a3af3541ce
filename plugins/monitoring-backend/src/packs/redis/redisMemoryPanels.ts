import {
  PackContext,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { redisExpressions } from './redisExpressions';
import { REDIS_PANELS, RedisPanelOptions } from './redisPanelIds';
import { HITS, MEMORY } from './redisThresholds';

/** Memory and keys, over time. */
export function redisMemoryPanels(
  { selector }: PackContext,
  { firstId = 0 }: RedisPanelOptions = {},
) {
  const redis = redisExpressions(selector, '$__rate_interval');
  const id = (name: keyof typeof REDIS_PANELS) => firstId + REDIS_PANELS[name];
  return {
    memoryUsage: timeSeriesPanel({
      id: id('memoryUsage'),
      title: 'Memory used',
      description:
        'Memory as a share of maxmemory, by server; of the machine’s where there is no limit and the exporter says it. Over 80 % for 5 minutes warns.',
      unit: 'percentunit',
      queries: [{ expression: redis.memoryUsage, legend: '{{instance}}' }],
      thresholds: MEMORY,
    }),
    memoryBytes: timeSeriesPanel({
      id: id('memoryBytes'),
      title: 'Memory',
      description:
        'Bytes that the data takes, bytes that the process takes, and the limit.',
      unit: 'bytes',
      queries: [
        { expression: redis.memoryUsed, legend: '{{instance}} used' },
        { expression: redis.memoryResident, legend: '{{instance}} resident' },
        { expression: redis.memoryLimit, legend: '{{instance}} limit' },
      ],
    }),
    fragmentation: timeSeriesPanel({
      id: id('fragmentation'),
      title: 'Fragmentation',
      description:
        'How much more memory the process takes than the data. Above 1.5 wastes memory, below 1 is swapped out. Means little below 100 MB.',
      unit: 'short',
      decimals: 2,
      queries: [{ expression: redis.fragmentation, legend: '{{instance}}' }],
      thresholds: { critical: 1.5 },
    }),
    hitRatio: timeSeriesPanel({
      id: id('hitRatio'),
      title: 'Hit rate',
      description:
        'Share of lookups that found their key, by server. Nothing while nobody reads.',
      unit: 'percentunit',
      queries: [{ expression: redis.hitRatio, legend: '{{instance}}' }],
      thresholds: HITS,
    }),
    keys: timeSeriesPanel({
      id: id('keys'),
      title: 'Keys',
      description: 'Keys by database, without empty databases.',
      unit: 'short',
      queries: [{ expression: redis.keys, legend: '{{instance}} {{db}}' }],
    }),
    expiringKeys: timeSeriesPanel({
      id: id('expiringKeys'),
      title: 'Keys that expire',
      description:
        'Keys by database that have a time to live. The others stay until somebody deletes them or they are evicted.',
      unit: 'short',
      queries: [
        { expression: redis.expiringKeys, legend: '{{instance}} {{db}}' },
      ],
    }),
    evictions: timeSeriesPanel({
      id: id('evictions'),
      title: 'Evicted and expired',
      description:
        'Keys per second thrown out because the memory is full, and because their time was over. More than twice as many evicted as in the hour before warn.',
      unit: 'ops',
      queries: [
        { expression: redis.evictions, legend: '{{instance}} evicted' },
        { expression: redis.expirations, legend: '{{instance}} expired' },
      ],
    }),
  };
}
