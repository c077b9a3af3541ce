import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { ARRIVALS, keptMessages, MESSAGE, SERVER } from './natsLabels';

const VARZ = 'gnatsd_varz_';

function gauge(name: string, help: string) {
  const family = new GaugeFamily(`${VARZ}${name}`, help);
  return { family, series: family.with(SERVER) };
}

/** The exporter declares all that it reads a gauge. */
function counter(name: string, help: string) {
  const family = new CounterFamily(`${VARZ}${name}`, help, { type: 'gauge' });
  return { family, series: family.with(SERVER) };
}

/** The server with its connections and what it needs. */
export class NatsServer {
  readonly #connections = gauge('connections', 'Clients connected.');
  readonly #subscriptions = gauge('subscriptions', 'Subscriptions.');
  readonly #messagesIn = counter('in_msgs', 'Messages received.');
  readonly #messagesOut = counter('out_msgs', 'Messages sent.');
  readonly #bytesIn = counter('in_bytes', 'Bytes received.');
  readonly #bytesOut = counter('out_bytes', 'Bytes sent.');
  readonly #slow = counter(
    'slow_consumers',
    'Connections closed because they did not keep up.',
  );
  readonly #memory = gauge('mem', 'Resident bytes.');
  readonly #processor = gauge('cpu', 'Percent of one core.');
  readonly #storage = gauge(
    'jetstream_stats_storage',
    'Bytes that JetStream stores.',
  );
  readonly families = [
    ...[
      this.#connections,
      this.#subscriptions,
      this.#messagesIn,
      this.#messagesOut,
      this.#bytesIn,
      this.#bytesOut,
      this.#slow,
      this.#memory,
      this.#processor,
      this.#storage,
    ].map(({ family }) => family),
    constantGauge(
      `${VARZ}max_connections`,
      'Connections that are accepted.',
      65_536,
      SERVER,
    ),
    constantGauge(
      `${VARZ}jetstream_config_max_storage`,
      'Bytes that JetStream may store.',
      16 * 1024 ** 3,
      SERVER,
    ),
    constantGauge(
      'gnatsd_healthz_status_value',
      'What the health check says.',
      1,
      { ...SERVER, value: 'ok' },
    ),
  ];

  advance(step: Step): void {
    const messages = ARRIVALS * step.traffic * step.seconds;
    // Two consumers, of which one stops.
    const readers = step.isActive('consumer-lag') ? 1 : 2;
    this.#connections.series.set(24 + 6 * step.chance(10));
    this.#subscriptions.series.set(88 + 9 * step.chance(34));
    // Acknowledgements come in, too.
    this.#messagesIn.series.add(messages * (1 + readers));
    this.#messagesOut.series.add(messages * (1 + readers));
    this.#bytesIn.series.add(messages * (MESSAGE + 40 * readers));
    this.#bytesOut.series.add(messages * (MESSAGE * readers + 40));
    this.#memory.series.set(
      190e6 + 40e6 * step.traffic + 8e6 * step.chance(35),
    );
    this.#processor.series.set(14 * step.traffic + 3 * step.chance(36));
    this.#storage.series.set(keptMessages(step.traffic) * MESSAGE);
  }
}
