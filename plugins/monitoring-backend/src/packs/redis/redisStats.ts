import {
  PackContext,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { redisExpressions } from './redisExpressions';
import { REDIS_PANELS, RedisPanelOptions } from './redisPanelIds';
import { CLIENTS, HITS, MEMORY } from './redisThresholds';

/** The numbers that matter: of several servers, the worst. */
export function redisStats(
  { selector }: PackContext,
  { firstId = 0 }: RedisPanelOptions = {},
) {
  const redis = redisExpressions(selector, '$__rate_interval');
  const id = (name: keyof typeof REDIS_PANELS) => firstId + REDIS_PANELS[name];
  return {
    up: statPanel({
      id: id('up'),
      title: 'Server',
      description:
        'Whether the exporter gets an answer. A server that has all the clients it accepts refuses the exporter as well.',
      unit: 'short',
      queries: [{ expression: `min(${redis.up})`, legend: 'Server' }],
      names: [
        { value: 1, text: 'Up', state: 'good' },
        { value: 0, text: 'Down', state: 'bad' },
      ],
    }),
    memory: statPanel({
      id: id('memory'),
      title: 'Memory used',
      description:
        'Memory as a share of maxmemory; of the machine’s where there is no limit and the exporter says it.',
      unit: 'percentunit',
      decimals: 0,
      queries: [
        { expression: `max(${redis.memoryUsage})`, legend: 'Memory used' },
      ],
      thresholds: MEMORY,
    }),
    hits: statPanel({
      id: id('hits'),
      title: 'Hit rate',
      description: 'Share of lookups that found their key.',
      unit: 'percentunit',
      decimals: 1,
      queries: [{ expression: `min(${redis.hitRatio})`, legend: 'Hits' }],
      thresholds: HITS,
    }),
    commands: statPanel({
      id: id('commands'),
      title: 'Commands',
      description: 'Commands per second.',
      unit: 'ops',
      queries: [{ expression: `sum(${redis.commands})`, legend: 'Commands' }],
    }),
    clientsNow: statPanel({
      id: id('clientsNow'),
      title: 'Clients',
      description: 'Connections as a share of what the server accepts.',
      unit: 'percentunit',
      decimals: 0,
      queries: [{ expression: `max(${redis.clientUsage})`, legend: 'Clients' }],
      thresholds: CLIENTS,
    }),
    evictionsNow: statPanel({
      id: id('evictionsNow'),
      title: 'Evictions',
      description:
        'Keys per second thrown out because the memory is full. Usual for a cache, loss of data for a store.',
      unit: 'ops',
      queries: [{ expression: `sum(${redis.evictions})`, legend: 'Evictions' }],
    }),
  };
}
