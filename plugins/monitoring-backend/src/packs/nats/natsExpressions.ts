/** How the expressions of NATS read the series. */
export interface NatsExpressionOptions {
  /** Matchers of the consumers that are looked at; all when absent. */
  consumers?: string;
  /** For alerts: how long a value stands when a scrape fails, as a duration. */
  hold?: string;
}

/** One server is what one scrape sees. */
const SERVER = 'by (job, instance)';
/** In a cluster each replica reports: whose they are is not said by `instance`. */
const CONSUMER = 'by (account, stream_name, consumer_name)';
const STREAM = 'by (account, stream_name)';

/**
 * PromQL of the NATS pack, for prometheus-nats-exporter with its default names (`gnatsd_varz_…`,
 * `jetstream_…`) and with the prefix `nats`.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function natsExpressions(
  selector: string,
  window: string,
  { consumers, hold }: NatsExpressionOptions = {},
) {
  const either = (
    names: [string, string],
    read: (series: string) => string,
    matchers?: string,
  ) =>
    `(${names
      .map(name =>
        read(`${name}{${[selector, matchers].filter(Boolean).join(', ')}}`),
      )
      .join(' or ')})`;
  const now = (series: string) =>
    hold ? `last_over_time(${series}[${hold}])` : series;
  const perSecond = (series: string) => `rate(${series}[${window}])`;
  const growth = (series: string) => `increase(${series}[${window}])`;

  const server = (name: string): [string, string] => [
    `gnatsd_varz_${name}`,
    `nats_varz_${name}`,
  ];
  const jetstream = (name: string): [string, string] => [
    `jetstream_${name}`,
    `nats_${name}`,
  ];
  const ofServer = (name: string) =>
    `max ${SERVER} (${either(server(name), now)})`;
  const rateOfServer = (name: string) =>
    `sum ${SERVER} (${either(server(name), perSecond)})`;
  const ofConsumer = (name: string) =>
    `max ${CONSUMER} (${either(
      jetstream(`consumer_${name}`),
      now,
      consumers,
    )})`;
  const ofStream = (name: string, read = now) =>
    `max ${STREAM} (${either(jetstream(`stream_${name}`), read)})`;
  const healthz: [string, string] = [
    'gnatsd_healthz_status_value',
    'nats_healthz_status_value',
  ];
  const [wasUp, isUp] = ['1d', '5m'].map(
    since =>
      `count ${SERVER} (${either(
        server('connections'),
        series => `last_over_time(${series}[${since}])`,
      )})`,
  );

  return {
    pending: ofConsumer('num_pending'),
    ackPending: ofConsumer('num_ack_pending'),
    /** A gauge: messages that are being delivered again now. */
    redelivered: ofConsumer('num_redelivered'),
    streamMessages: ofStream('total_messages'),
    streamBytes: ofStream('total_bytes'),
    /** Messages written per second. */
    streamRate: ofStream('last_seq', perSecond),
    /** Of its limit in bytes, where it has one: -1 is none. */
    streamUsage: `${ofStream('total_bytes')} / (${ofStream(
      'limit_bytes',
    )} > 0)`,
    connections: ofServer('connections'),
    connectionLimit: ofServer('max_connections'),
    subscriptions: ofServer('subscriptions'),
    messagesIn: rateOfServer('in_msgs'),
    messagesOut: rateOfServer('out_msgs'),
    bytesIn: rateOfServer('in_bytes'),
    bytesOut: rateOfServer('out_bytes'),
    // A counter, although the exporter declares it a gauge.
    slowConsumers: `sum ${SERVER} (${either(
      server('slow_consumers'),
      growth,
    )})`,
    memory: ofServer('mem'),
    /** 1 is one core. */
    cpu: `${ofServer('cpu')} / 100`,
    storageUsed: ofServer('jetstream_stats_storage'),
    storageLimit: `${ofServer('jetstream_config_max_storage')} > 0`,
    storageUsage: `${ofServer('jetstream_stats_storage')} / (${ofServer(
      'jetstream_config_max_storage',
    )} > 0)`,
    /** Counts what the exporter's health check, where it is on, says other than “ok”. */
    unhealthy: `count ${SERVER} (${either(
      healthz,
      now,
      'value!="ok"',
    )}) unless count ${SERVER} (${either(
      healthz,
      series => series,
      'value="ok"',
    )})`,
    /** A server that was seen within a day and is not now, although its exporter answers. */
    gone: `(${wasUp} unless ${isUp}) and max ${SERVER} (up{${selector}}) == 1`,
  };
}
