import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** What can be promised of a Redis server. */
export function redisSlis(): SliTemplate[] {
  return [
    {
      id: 'redis:uptime',
      title: 'Server up',
      serves: ['uptime', 'availability'],
      sli: { type: 'uptime', gauge: 'redis_up{$selector}' },
    },
    {
      id: 'redis:hits',
      title: 'Lookups that find their key',
      serves: [],
      sli: {
        type: 'ratio',
        bad: 'increase(redis_keyspace_misses_total{$selector}[$window])',
        total:
          'increase(redis_keyspace_hits_total{$selector}[$window]) + increase(redis_keyspace_misses_total{$selector}[$window])',
      },
    },
  ];
}
