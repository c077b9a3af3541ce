import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { HOLD } from '../hold';
import { redisExpressions } from './redisExpressions';
import { REDIS_PANELS } from './redisPanelIds';

function panel(name: keyof typeof REDIS_PANELS): PackAlert['panel'] {
  return { dashboard: 'overview', panelId: REDIS_PANELS[name] };
}

/** Alerts of Redis servers. */
export function redisAlerts(context: PackContext): PackAlert[] {
  const { selector, title } = context;
  // A scrape that fails must not end an alert that goes on.
  const redis = redisExpressions(selector, '10m', HOLD.long);
  const latest = redisExpressions(selector, '10m', HOLD.short);
  const now = redisExpressions(selector, '10m');
  return [
    {
      name: 'RedisMemoryHigh',
      expression: redis.memoryUsage,
      operator: '>',
      threshold: 0.8,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `${title} runs out of memory`,
      description: `{{ $labels.instance }} of ${title} has filled {{ $value | humanizePercentage }} of the memory that it may take.`,
      panel: panel('memoryUsage'),
    },
    {
      name: 'RedisEvictionsRising',
      expression: redis.risingEvictions,
      operator: '>',
      threshold: 1,
      unit: 'number',
      for: 300,
      severity: 'warning',
      summary: `${title} throws out more keys than it used to`,
      description: `{{ $labels.instance }} of ${title} evicts {{ $value | humanize }} keys per second, more than twice as many as in the hour before.`,
      panel: panel('evictions'),
    },
    {
      name: 'RedisDown',
      expression: latest.up,
      operator: '<',
      threshold: 1,
      unit: 'number',
      for: 120,
      severity: 'critical',
      summary: `${title} cannot be reached`,
      description: `The exporter gets no answer from {{ $labels.instance }} of ${title} (up: {{ $value }}). The server is down, or has all the clients it accepts.`,
      panel: panel('up'),
    },
    {
      name: 'RedisConnectionsRejected',
      expression: redis.rejectedConnections,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 60,
      severity: 'warning',
      summary: `${title} refuses clients`,
      description: `{{ $labels.instance }} of ${title} refused {{ $value | humanize }} connections over the last 10 minutes because there were too many.`,
      panel: panel('rejectedConnections'),
    },
    {
      name: 'RedisReplicationBroken',
      // After a failover a replica has another master, or none: what it said of the last one counts
      // only while nothing is heard of the replica itself.
      expression: `${now.masterLink} or (${latest.masterLink} unless on (job, instance) ${now.up})`,
      operator: '<',
      threshold: 1,
      unit: 'number',
      for: 120,
      severity: 'warning',
      summary: `A replica of ${title} has lost its master`,
      description: `{{ $labels.instance }} of ${title} has no link to its master {{ $labels.master_host }} (link up: {{ $value }}) and falls behind.`,
      panel: panel('masterLink'),
    },
    metricsMissingAlert(context, {
      name: 'RedisMetricsMissing',
      series: [`redis_up{${selector}}`],
      blindTo: 'of its Redis server',
      panel: panel('up'),
    }),
  ];
}
