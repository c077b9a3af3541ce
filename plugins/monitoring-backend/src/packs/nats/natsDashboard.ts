import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';
import { natsPanels } from './natsPanels';

/** The dashboard of the servers that an entity's selector finds. */
export function natsDashboard(context: PackContext): PackDashboard {
  const panels = natsPanels(context, {
    consumers: 'consumer_name=~"$consumer"',
  });
  const title = `${context.title} · NATS`;
  const model = buildPackDashboard({
    title,
    description: `Consumers, streams, traffic and resources of ${context.title}`,
    tags: ['nats'],
    variables: [
      {
        name: 'consumer',
        label: 'Consumer',
        series: `{__name__=~"(jetstream|nats)_consumer_num_pending", ${context.selector}}`,
        of: 'consumer_name',
        preset: context.options.consumer,
      },
    ],
    stats: [
      panels.pendingNow,
      panels.messages,
      panels.connectionsNow,
      panels.storage,
      panels.slowConsumersNow,
    ],
    rows: [
      {
        title: 'Consumers',
        panels: [panels.pending, panels.ackPending, panels.redelivered],
      },
      {
        title: 'Streams',
        panels: [
          panels.streamRate,
          panels.streamMessages,
          panels.streamBytes,
          panels.streamUsage,
        ],
      },
      {
        title: 'Traffic',
        panels: [
          panels.messageRate,
          panels.byteRate,
          panels.connections,
          panels.slowConsumers,
        ],
      },
      {
        title: 'Resources',
        panels: [
          panels.cpu,
          panels.memory,
          panels.storageUsage,
          panels.storageBytes,
        ],
      },
    ],
  });
  return { id: 'overview', title, model };
}
