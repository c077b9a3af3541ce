import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { natsAlerts } from './natsAlerts';
import { natsDashboard } from './natsDashboard';
import { natsSlis } from './natsSlis';

/** Consumers, streams, traffic and resources of NATS servers. */
export const natsPack: MonitoringPack = {
  id: 'nats',
  title: 'NATS',
  description:
    'Consumers, streams, traffic and resources of a NATS server with JetStream',
  metricsFrom:
    'gnatsd_varz_…, jetstream_… or nats_…: prometheus-nats-exporter 0.20 on NATS 2.9 to 2.14',
  options: {
    consumer:
      'the consumer that the dashboard shows at first, and that ConsumerLag looks at',
  },
  probes: [
    {
      id: 'jetstream',
      title: 'JetStream consumers',
      metric: 'jetstream_consumer_num_pending',
    },
    {
      id: 'prefixed-jetstream',
      title: 'JetStream consumers, prefix nats',
      metric: 'nats_consumer_num_pending',
    },
    {
      id: 'server',
      title: 'NATS server',
      metric: 'gnatsd_varz_connections',
    },
    {
      id: 'prefixed-server',
      title: 'NATS server, prefix nats',
      metric: 'nats_varz_connections',
    },
  ],
  dashboards: context => [natsDashboard(context)],
  alerts: context => natsAlerts(context),
  slis: () => natsSlis(),
};
