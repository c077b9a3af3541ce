import {
  AckPolicy,
  Consumer,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { repeat } from './repeat';

const STREAM = 'UPLOADS';
const CONSUMERS = ['variant-generator', 'search-indexer'] as const;
const PAYLOAD = new Uint8Array(200);
/** Messages per 100 ms: usually, and at the beginning of the incident. */
const USUAL = 3;
const BACKLOG = 12_000;
/** Messages taken at once; with fewer allowed, each fetch would wait for more until it expires. */
const BATCH = 2_000;

/** Uploads are told of in a stream; two services read it. */
export class NatsLoad {
  readonly #stops: (() => Promise<void>)[] = [];
  #isPiledUp = false;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly isTroubled: () => boolean,
  ) {}

  static async start(
    connection: NatsConnection,
    isTroubled: () => boolean,
  ): Promise<NatsLoad> {
    const manager = await jetstreamManager(connection);
    await manager.streams.add({
      name: STREAM,
      subjects: ['uploads.>'],
      max_bytes: 8_589_934_592,
      max_msgs: 200_000,
    });
    const load = new NatsLoad(connection, isTroubled);
    load.#stops.push(repeat(100, () => load.#publish()));
    for (const name of CONSUMERS) {
      await manager.consumers.add(STREAM, {
        durable_name: name,
        ack_policy: AckPolicy.All,
        max_ack_pending: BATCH,
      });
      const consumer = await jetstream(connection).consumers.get(STREAM, name);
      load.#stops.push(repeat(100, () => load.#consume(name, consumer)));
    }
    return load;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#stops.map(stop => stop()));
  }

  async #publish(): Promise<void> {
    const troubled = this.isTroubled();
    const count = troubled && !this.#isPiledUp ? BACKLOG : USUAL;
    this.#isPiledUp = troubled;
    for (let message = 0; message < count; message += 1) {
      this.connection.publish('uploads.created', PAYLOAD);
    }
    await this.connection.flush();
  }

  async #consume(name: string, consumer: Consumer): Promise<void> {
    // The incident: this one has stopped.
    if (name === 'variant-generator' && this.isTroubled()) {
      return;
    }
    const { num_pending: pending } = await consumer.info();
    if (pending === 0) {
      return;
    }
    const messages = await consumer.fetch({
      max_messages: Math.min(pending, BATCH),
      expires: 1_000,
    });
    let last;
    for await (const message of messages) {
      last = message;
    }
    last?.ack();
  }
}
