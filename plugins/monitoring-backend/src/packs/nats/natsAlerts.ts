import { quoteString } from '@sightline/backstage-plugin-monitoring-common';
import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { HOLD } from '../hold';
import { natsExpressions } from './natsExpressions';
import { NATS_PANELS } from './natsPanelIds';

function panel(name: keyof typeof NATS_PANELS): PackAlert['panel'] {
  return { dashboard: 'overview', panelId: NATS_PANELS[name] };
}

/** Alerts of NATS servers; ConsumerLag is narrowed to the consumer of the options. */
export function natsAlerts(context: PackContext): PackAlert[] {
  const { selector, title, options } = context;
  const nats = natsExpressions(selector, '10m', {
    consumers: options.consumer
      ? `consumer_name=${quoteString(options.consumer)}`
      : undefined,
    // A scrape that fails must not end an alert; a consumer that was deleted must not begin one.
    hold: HOLD.long,
  });
  const latest = natsExpressions(selector, '10m', { hold: HOLD.short });
  return [
    {
      name: 'ConsumerLag',
      expression: nats.pending,
      operator: '>',
      threshold: 10_000,
      unit: 'number',
      for: 300,
      severity: 'warning',
      summary: `A consumer of ${title} is behind`,
      description: `{{ $value | humanize }} messages of the stream {{ $labels.stream_name }} wait for the consumer {{ $labels.consumer_name }} of ${title}.`,
      panel: panel('pending'),
    },
    {
      name: 'NatsSlowConsumers',
      expression: nats.slowConsumers,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 60,
      severity: 'warning',
      summary: `${title} cuts off clients that read too slowly`,
      description: `{{ $labels.instance }} of ${title} closed {{ $value | humanize }} connections over the last 10 minutes because they did not keep up.`,
      panel: panel('slowConsumers'),
    },
    {
      name: 'NatsDown',
      expression: `${latest.unhealthy} or ${nats.gone}`,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 120,
      severity: 'critical',
      summary: `A server of ${title} is down or not ready`,
      description: `The exporter {{ $labels.instance }} of ${title} gets no answer from its server, or hears that it is not ready (servers: {{ $value }}).`,
      panel: panel('connectionsNow'),
    },
    {
      name: 'NatsStreamNearlyFull',
      expression: nats.streamUsage,
      operator: '>',
      threshold: 0.9,
      unit: 'percent',
      for: 900,
      severity: 'warning',
      summary: `A stream of ${title} is nearly full`,
      description: `The stream {{ $labels.stream_name }} of ${title} holds {{ $value | humanizePercentage }} of the bytes that it may hold.`,
      panel: panel('streamUsage'),
    },
    {
      name: 'NatsStorageNearlyFull',
      expression: nats.storageUsage,
      operator: '>',
      threshold: 0.8,
      unit: 'percent',
      for: 600,
      severity: 'warning',
      summary: `The storage of ${title} is nearly full`,
      description: `{{ $labels.instance }} of ${title} has used {{ $value | humanizePercentage }} of the disk that JetStream may use.`,
      panel: panel('storageUsage'),
    },
    metricsMissingAlert(context, {
      name: 'NatsMetricsMissing',
      series: [
        `gnatsd_varz_connections{${selector}}`,
        `nats_varz_connections{${selector}}`,
        `jetstream_consumer_num_pending{${selector}}`,
        `nats_consumer_num_pending{${selector}}`,
      ],
      blindTo: 'of its NATS server',
      panel: panel('connectionsNow'),
    }),
  ];
}
