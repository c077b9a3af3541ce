import {
  PackContext,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { natsExpressions } from './natsExpressions';
import { NATS_PANELS, NatsPanelOptions } from './natsPanelIds';
import { STORAGE } from './natsThresholds';

/** Traffic and resources of the servers, over time. */
export function natsServerPanels(
  { selector }: PackContext,
  { firstId = 0 }: NatsPanelOptions = {},
) {
  const nats = natsExpressions(selector, '$__rate_interval');
  // The window of the alert, so that the graph shows what the alert judges.
  const tenMinutes = natsExpressions(selector, '10m');
  const id = (name: keyof typeof NATS_PANELS) => firstId + NATS_PANELS[name];
  return {
    messageRate: timeSeriesPanel({
      id: id('messageRate'),
      title: 'Messages',
      description: 'Messages per second received and sent, by server.',
      unit: 'ops',
      queries: [
        { expression: nats.messagesIn, legend: '{{instance}} in' },
        { expression: nats.messagesOut, legend: '{{instance}} out' },
      ],
    }),
    byteRate: timeSeriesPanel({
      id: id('byteRate'),
      title: 'Bytes',
      description: 'Bytes per second received and sent, by server.',
      unit: 'Bps',
      queries: [
        { expression: nats.bytesIn, legend: '{{instance}} in' },
        { expression: nats.bytesOut, legend: '{{instance}} out' },
      ],
    }),
    connections: timeSeriesPanel({
      id: id('connections'),
      title: 'Connections and subscriptions',
      description: 'Clients connected and what they listen to, by server.',
      unit: 'short',
      queries: [
        { expression: nats.connections, legend: '{{instance}} connections' },
        {
          expression: nats.subscriptions,
          legend: '{{instance}} subscriptions',
        },
      ],
    }),
    slowConsumers: timeSeriesPanel({
      id: id('slowConsumers'),
      title: 'Slow consumers',
      description:
        'Connections closed because they did not read fast enough, in the 10 minutes before. Any warns.',
      unit: 'short',
      queries: [
        { expression: tenMinutes.slowConsumers, legend: '{{instance}}' },
      ],
      thresholds: { critical: 1 },
    }),
    cpu: timeSeriesPanel({
      id: id('cpu'),
      title: 'Processor',
      description: 'Processor time by server; 100 % is one core.',
      unit: 'percentunit',
      queries: [{ expression: nats.cpu, legend: '{{instance}}' }],
    }),
    memory: timeSeriesPanel({
      id: id('memory'),
      title: 'Memory',
      description: 'Bytes that the server takes.',
      unit: 'bytes',
      queries: [{ expression: nats.memory, legend: '{{instance}}' }],
    }),
    storageUsage: timeSeriesPanel({
      id: id('storageUsage'),
      title: 'Storage used',
      description:
        'Share of the disk that JetStream may use, by server. Over 80 % for 10 minutes warns; when it is full, nothing more is stored.',
      unit: 'percentunit',
      queries: [{ expression: nats.storageUsage, legend: '{{instance}}' }],
      thresholds: STORAGE,
    }),
    storageBytes: timeSeriesPanel({
      id: id('storageBytes'),
      title: 'Storage',
      description: 'Bytes that JetStream has stored, and may store.',
      unit: 'bytes',
      queries: [
        { expression: nats.storageUsed, legend: '{{instance}} used' },
        { expression: nats.storageLimit, legend: '{{instance}} limit' },
      ],
    }),
  };
}
