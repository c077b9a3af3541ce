/** `/varz`, as far as it is read. */
export interface NatsVarz {
  server_name: string;
  version: string;
  jetstream?: {
    config?: Record<string, unknown>;
    stats?: Record<string, unknown>;
  };
  [name: string]: unknown;
}

interface NatsConsumer {
  name: string;
  delivered: { consumer_seq: number; stream_seq: number };
  ack_floor: { consumer_seq: number; stream_seq: number };
  num_ack_pending: number;
  num_redelivered: number;
  num_waiting: number;
  num_pending: number;
}

interface NatsStream {
  name: string;
  cluster?: { leader?: string };
  config?: { max_bytes: number; max_msgs: number };
  state: Record<string, number | string>;
  consumer_detail?: NatsConsumer[];
}

/** `/jsz?streams=true&consumers=true&config=true`, as far as it is read. */
export interface NatsJsz {
  config: { max_memory: number; max_storage: number };
  streams: number;
  consumers: number;
  messages: number;
  bytes: number;
  account_details?: {
    name: string;
    id: string;
    memory: number;
    storage: number;
    stream_detail?: NatsStream[];
  }[];
}

type Labels = Record<string, string>;

/** Collects samples, a metric's side by side. */
class Page {
  readonly #metrics = new Map<string, string[]>();

  gauge(name: string, labels: Labels, value: unknown): void {
    if (typeof value !== 'number') {
      return;
    }
    const pairs = Object.entries(labels)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, text]) => `${label}=${JSON.stringify(text)}`);
    const lines = this.#metrics.get(name) ?? [`# TYPE ${name} gauge`];
    lines.push(`${name}{${pairs.join(',')}} ${value}`);
    this.#metrics.set(name, lines);
  }

  toString(): string {
    return `${[...this.#metrics.values()].flat().join('\n')}\n`;
  }
}

/** Durations, ports and times that the exporter shows as well are left out, as nobody draws them. */
function addVarz(page: Page, varz: NatsVarz, labels: Labels): void {
  for (const [name, value] of Object.entries(varz)) {
    page.gauge(`gnatsd_varz_${name}`, labels, value);
  }
  for (const part of ['config', 'stats'] as const) {
    for (const [name, value] of Object.entries(varz.jetstream?.[part] ?? {})) {
      page.gauge(`gnatsd_varz_jetstream_${part}_${name}`, labels, value);
    }
  }
  for (const name of ['server_name', 'version'] as const) {
    page.gauge(`gnatsd_varz_${name}`, { ...labels, value: varz[name] }, 1);
  }
}

function addConsumer(page: Page, consumer: NatsConsumer, labels: Labels): void {
  const own = {
    ...labels,
    consumer_name: consumer.name,
    consumer_desc: '',
    consumer_leader: '',
    is_consumer_leader: 'true',
  };
  const gauge = (name: string, value: number) =>
    page.gauge(`jetstream_consumer_${name}`, own, value);
  for (const part of ['delivered', 'ack_floor'] as const) {
    gauge(`${part}_consumer_seq`, consumer[part].consumer_seq);
    gauge(`${part}_stream_seq`, consumer[part].stream_seq);
  }
  gauge('num_ack_pending', consumer.num_ack_pending);
  gauge('num_pending', consumer.num_pending);
  gauge('num_redelivered', consumer.num_redelivered);
  gauge('num_waiting', consumer.num_waiting);
}

function addStream(page: Page, stream: NatsStream, labels: Labels): void {
  const own = {
    ...labels,
    stream_name: stream.name,
    stream_leader: stream.cluster?.leader ?? '',
    stream_raft_group: '',
    is_stream_leader: 'true',
  };
  const gauge = (name: string, value: unknown) =>
    page.gauge(`jetstream_stream_${name}`, own, value);
  gauge('consumer_count', stream.state.consumer_count);
  gauge('first_seq', stream.state.first_seq);
  gauge('last_seq', stream.state.last_seq);
  // NATS leaves out a zero.
  gauge('subject_count', stream.state.num_subjects ?? 0);
  gauge('total_bytes', stream.state.bytes);
  gauge('total_messages', stream.state.messages);
  gauge('limit_bytes', stream.config?.max_bytes);
  gauge('limit_messages', stream.config?.max_msgs);
  for (const consumer of stream.consumer_detail ?? []) {
    addConsumer(page, consumer, own);
  }
}

function addJetstream(page: Page, jsz: NatsJsz, server: string): void {
  const labels = {
    cluster: '',
    domain: '',
    is_meta_leader: 'true',
    meta_leader: '',
    server_id: server,
    server_name: server,
  };
  const gauge = (name: string, value: number) =>
    page.gauge(`jetstream_server_${name}`, labels, value);
  gauge('jetstream_disabled', 0);
  gauge('max_memory', jsz.config.max_memory);
  gauge('max_storage', jsz.config.max_storage);
  gauge('total_consumers', jsz.consumers);
  gauge('total_message_bytes', jsz.bytes);
  gauge('total_messages', jsz.messages);
  gauge('total_streams', jsz.streams);
  for (const account of jsz.account_details ?? []) {
    const own = {
      ...labels,
      account: account.name,
      account_id: account.id,
      account_name: account.name,
    };
    page.gauge('jetstream_account_memory_used', own, account.memory);
    page.gauge('jetstream_account_storage_used', own, account.storage);
    for (const stream of account.stream_detail ?? []) {
      addStream(page, stream, own);
    }
  }
}

/**
 * The page that prometheus-nats-exporter 0.20 makes of NATS' monitoring endpoints with `-varz
 * -jsz=all -healthz -use_internal_server_name`: names, labels and types are the exporter's.
 */
export function natsPage(
  varz: NatsVarz,
  jsz: NatsJsz,
  healthz: { status: string },
): string {
  const page = new Page();
  const labels = { server_id: varz.server_name };
  addVarz(page, varz, labels);
  const isWell = healthz.status === 'ok';
  page.gauge('gnatsd_healthz_status', labels, isWell ? 0 : 1);
  page.gauge(
    'gnatsd_healthz_status_value',
    { ...labels, value: healthz.status },
    1,
  );
  addJetstream(page, jsz, varz.server_name);
  return page.toString();
}
