import {
  PackContext,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { natsExpressions } from './natsExpressions';
import { NATS_PANELS, NatsPanelOptions } from './natsPanelIds';
import { PENDING, STORAGE } from './natsThresholds';

/** The numbers that matter: of several consumers or servers, the worst. */
export function natsStats(
  { selector }: PackContext,
  { firstId = 0, consumers }: NatsPanelOptions = {},
) {
  const nats = natsExpressions(selector, '$__rate_interval', { consumers });
  const tenMinutes = natsExpressions(selector, '10m');
  const id = (name: keyof typeof NATS_PANELS) => firstId + NATS_PANELS[name];
  return {
    pendingNow: statPanel({
      id: id('pendingNow'),
      title: 'Largest lag',
      description:
        'Messages that wait for the consumer that is furthest behind.',
      unit: 'short',
      queries: [{ expression: `max(${nats.pending})`, legend: 'Pending' }],
      thresholds: PENDING,
    }),
    messages: statPanel({
      id: id('messages'),
      title: 'Messages in',
      description: 'Messages per second that clients send.',
      unit: 'ops',
      queries: [{ expression: `sum(${nats.messagesIn})`, legend: 'In' }],
    }),
    connectionsNow: statPanel({
      id: id('connectionsNow'),
      title: 'Connections',
      description:
        'Clients connected to all servers. Nothing when no server is seen.',
      unit: 'short',
      decimals: 0,
      queries: [
        { expression: `sum(${nats.connections})`, legend: 'Connections' },
      ],
    }),
    storage: statPanel({
      id: id('storage'),
      title: 'Storage used',
      description: 'Share of the disk that JetStream may use.',
      unit: 'percentunit',
      decimals: 0,
      queries: [
        { expression: `max(${nats.storageUsage})`, legend: 'Storage used' },
      ],
      thresholds: STORAGE,
    }),
    slowConsumersNow: statPanel({
      id: id('slowConsumersNow'),
      title: 'Slow consumers',
      description:
        'Connections closed in the last 10 minutes because they did not read fast enough.',
      unit: 'short',
      decimals: 0,
      queries: [
        {
          expression: `sum(${tenMinutes.slowConsumers})`,
          legend: 'Slow consumers',
        },
      ],
      thresholds: { critical: 1 },
    }),
  };
}
