import { CounterFamily, GaugeFamily } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';

const ARRIVALS = 900;

/** NATS with JetStream, under the names of prometheus-nats-exporter. */
export function createNats(): SimulatedTarget {
  const pending = new GaugeFamily(
    'jetstream_consumer_num_pending',
    'Number of pending messages from a consumer.',
  );
  const consumer = (stream: string, name: string) =>
    pending.with({
      account: 'MEDIA',
      stream_name: stream,
      consumer_name: name,
    });
  const variants = consumer('UPLOADS', 'variant-generator');
  const index = consumer('UPLOADS', 'search-indexer');
  const messages = new CounterFamily(
    'jetstream_stream_last_seq',
    'The last sequence of a stream.',
  );
  const written = messages.with({ account: 'MEDIA', stream_name: 'UPLOADS' });
  const slow = new CounterFamily(
    'gnatsd_varz_slow_consumers',
    'Connections closed because they did not keep up.',
  );
  slow.with({});
  const connections = new GaugeFamily(
    'gnatsd_varz_connections',
    'Clients connected.',
  );
  const connected = connections.with({});

  return {
    name: 'nats',
    job: 'nats',
    instance: 'nats-0',
    isService: false,
    families: [pending, messages, slow, connections],
    advance(step) {
      written.add(ARRIVALS * step.traffic * step.seconds);
      const usual = 140 * step.traffic * step.chance(8);
      const drained = variants.get() - 2_000 * step.seconds;
      variants.set(
        step.isActive('consumer-lag')
          ? variants.get() + ARRIVALS * step.seconds
          : Math.max(usual, drained),
      );
      index.set(60 * step.traffic * step.chance(9));
      connected.set(24 + 6 * step.chance(10));
    },
  };
}
