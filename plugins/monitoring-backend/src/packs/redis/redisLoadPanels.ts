import {
  PackContext,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { redisExpressions } from './redisExpressions';
import { REDIS_PANELS, RedisPanelOptions } from './redisPanelIds';
import { LAG } from './redisThresholds';

/** Commands, clients and replicas, over time. */
export function redisLoadPanels(
  { selector }: PackContext,
  { firstId = 0 }: RedisPanelOptions = {},
) {
  const redis = redisExpressions(selector, '$__rate_interval');
  // The window of the alert, so that the graph shows what the alert judges.
  const tenMinutes = redisExpressions(selector, '10m');
  const id = (name: keyof typeof REDIS_PANELS) => firstId + REDIS_PANELS[name];
  return {
    commandRate: timeSeriesPanel({
      id: id('commandRate'),
      title: 'Commands',
      description: 'Commands per second by name, stacked.',
      unit: 'ops',
      stacked: true,
      queries: [{ expression: redis.commandsByName, legend: '{{cmd}}' }],
    }),
    commandDuration: timeSeriesPanel({
      id: id('commandDuration'),
      title: 'Duration of commands',
      description:
        'Time the server spends on one call, on average, by name. The network is not counted.',
      unit: 's',
      queries: [{ expression: redis.durationByCommand, legend: '{{cmd}}' }],
    }),
    failedCommands: timeSeriesPanel({
      id: id('failedCommands'),
      title: 'Failed commands',
      description:
        'Calls per second that ended in an error, by name. Nothing while all succeed.',
      unit: 'ops',
      queries: [{ expression: redis.failedCommands, legend: '{{cmd}}' }],
    }),
    clients: timeSeriesPanel({
      id: id('clients'),
      title: 'Clients',
      description:
        'Connections, those that wait in a blocking command, and how many are accepted.',
      unit: 'short',
      queries: [
        { expression: redis.clients, legend: '{{instance}} connected' },
        { expression: redis.blockedClients, legend: '{{instance}} blocked' },
        { expression: redis.clientLimit, legend: '{{instance}} accepted' },
      ],
    }),
    rejectedConnections: timeSeriesPanel({
      id: id('rejectedConnections'),
      title: 'Rejected connections',
      description:
        'Connections refused because there were too many, in the 10 minutes before. Any warns.',
      unit: 'short',
      queries: [
        { expression: tenMinutes.rejectedConnections, legend: '{{instance}}' },
      ],
      thresholds: { critical: 1 },
    }),
    network: timeSeriesPanel({
      id: id('network'),
      title: 'Network',
      description: 'Bytes per second received and sent, by server.',
      unit: 'Bps',
      queries: [
        { expression: redis.bytesIn, legend: '{{instance}} in' },
        { expression: redis.bytesOut, legend: '{{instance}} out' },
      ],
    }),
    masterLink: timeSeriesPanel({
      id: id('masterLink'),
      title: 'Replication',
      description:
        'Whether a replica has its link to the master, and how many replicas a server has. A lost link for 2 minutes warns.',
      unit: 'short',
      queries: [
        { expression: redis.replicas, legend: '{{instance}} replicas' },
        { expression: redis.masterLink, legend: '{{instance}} link up' },
      ],
    }),
    replicaLag: timeSeriesPanel({
      id: id('replicaLag'),
      title: 'Replica lag',
      description:
        'Seconds since a replica last confirmed, as its master says. One second is usual.',
      unit: 's',
      queries: [
        {
          expression: redis.replicaLag,
          legend: '{{instance}} → {{slave_ip}}:{{slave_port}}',
        },
      ],
      thresholds: LAG,
    }),
    slowCommands: timeSeriesPanel({
      id: id('slowCommands'),
      title: 'Slow commands',
      description:
        'Commands written to the slow log in the 10 minutes before. Each held up all other clients.',
      unit: 'short',
      queries: [
        { expression: tenMinutes.slowCommands, legend: '{{instance}}' },
      ],
    }),
  };
}
