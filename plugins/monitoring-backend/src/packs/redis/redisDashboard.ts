import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';
import { redisPanels } from './redisPanels';

/** The dashboard of the servers that an entity's selector finds. */
export function redisDashboard(context: PackContext): PackDashboard {
  const panels = redisPanels(context);
  const title = `${context.title} · Redis`;
  const model = buildPackDashboard({
    title,
    description: `Memory, keys, commands, clients and replicas of ${context.title}`,
    tags: ['redis'],
    stats: [
      panels.up,
      panels.memory,
      panels.hits,
      panels.commands,
      panels.clientsNow,
      panels.evictionsNow,
    ],
    rows: [
      {
        title: 'Memory',
        panels: [panels.memoryUsage, panels.memoryBytes, panels.fragmentation],
      },
      {
        title: 'Keys',
        panels: [
          panels.hitRatio,
          panels.keys,
          panels.expiringKeys,
          panels.evictions,
        ],
      },
      {
        title: 'Commands',
        panels: [
          panels.commandRate,
          panels.commandDuration,
          panels.failedCommands,
        ],
      },
      {
        title: 'Clients and network',
        panels: [panels.clients, panels.rejectedConnections, panels.network],
      },
      {
        title: 'Replicas and slow commands',
        panels: [panels.masterLink, panels.replicaLag, panels.slowCommands],
      },
    ],
  });
  return { id: 'overview', title, model };
}
