import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { redisAlerts } from './redisAlerts';
import { redisDashboard } from './redisDashboard';
import { redisSlis } from './redisSlis';

/** Memory, keys, commands, clients and replicas of Redis servers. */
export const redisPack: MonitoringPack = {
  id: 'redis',
  title: 'Redis',
  description: 'Memory, keys, commands, clients and replicas of a Redis server',
  metricsFrom: 'redis_…: redis_exporter 1.45 to 1.88',
  probes: [{ id: 'exporter', title: 'redis_exporter', metric: 'redis_up' }],
  dashboards: context => [redisDashboard(context)],
  alerts: context => redisAlerts(context),
  slis: () => redisSlis(),
};
