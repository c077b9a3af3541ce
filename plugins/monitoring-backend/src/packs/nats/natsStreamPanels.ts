import {
  PackContext,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { natsExpressions } from './natsExpressions';
import { NATS_PANELS, NatsPanelOptions } from './natsPanelIds';
import { PENDING, STREAM } from './natsThresholds';

const CONSUMER = '{{stream_name}} → {{consumer_name}}';

/** Consumers and streams of JetStream, over time. */
export function natsStreamPanels(
  { selector }: PackContext,
  { firstId = 0, consumers }: NatsPanelOptions = {},
) {
  const nats = natsExpressions(selector, '$__rate_interval', { consumers });
  const id = (name: keyof typeof NATS_PANELS) => firstId + NATS_PANELS[name];
  return {
    pending: timeSeriesPanel({
      id: id('pending'),
      title: 'Consumer lag',
      description:
        'Messages of the stream that wait for the consumer. More than 10,000 for 5 minutes warn.',
      unit: 'short',
      queries: [{ expression: nats.pending, legend: CONSUMER }],
      thresholds: PENDING,
    }),
    ackPending: timeSeriesPanel({
      id: id('ackPending'),
      title: 'Waiting for acknowledgement',
      description:
        'Messages given to the consumer that it has not acknowledged. At its limit it gets no more.',
      unit: 'short',
      queries: [{ expression: nats.ackPending, legend: CONSUMER }],
    }),
    redelivered: timeSeriesPanel({
      id: id('redelivered'),
      title: 'Delivered again',
      description:
        'Messages that were given to the consumer more than once and are not acknowledged yet.',
      unit: 'short',
      queries: [{ expression: nats.redelivered, legend: CONSUMER }],
    }),
    streamRate: timeSeriesPanel({
      id: id('streamRate'),
      title: 'Messages written',
      description: 'Messages per second stored by stream.',
      unit: 'ops',
      queries: [{ expression: nats.streamRate, legend: '{{stream_name}}' }],
    }),
    streamMessages: timeSeriesPanel({
      id: id('streamMessages'),
      title: 'Messages held',
      description: 'Messages in a stream.',
      unit: 'short',
      queries: [{ expression: nats.streamMessages, legend: '{{stream_name}}' }],
    }),
    streamBytes: timeSeriesPanel({
      id: id('streamBytes'),
      title: 'Bytes held',
      description: 'Bytes in a stream.',
      unit: 'bytes',
      queries: [{ expression: nats.streamBytes, legend: '{{stream_name}}' }],
    }),
    streamUsage: timeSeriesPanel({
      id: id('streamUsage'),
      title: 'Streams with a limit',
      description:
        'Bytes as a share of what the stream may hold. Over 90 % for 15 minutes warns: then old messages are discarded or new ones refused.',
      unit: 'percentunit',
      queries: [{ expression: nats.streamUsage, legend: '{{stream_name}}' }],
      thresholds: STREAM,
    }),
  };
}
