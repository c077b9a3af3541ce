import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { ARRIVALS, keptMessages, MESSAGE, UPLOADS } from './natsLabels';

/** The stream of everything that is uploaded. */
export class NatsStream {
  readonly #sequence = new CounterFamily(
    'jetstream_stream_last_seq',
    'The last sequence of a stream.',
    { type: 'gauge' },
  );
  readonly #messages = new GaugeFamily(
    'jetstream_stream_total_messages',
    'Messages in a stream.',
  );
  readonly #bytes = new GaugeFamily(
    'jetstream_stream_total_bytes',
    'Bytes of the messages in a stream.',
  );
  readonly families = [
    this.#sequence,
    this.#messages,
    this.#bytes,
    constantGauge(
      'jetstream_stream_limit_bytes',
      'Bytes that a stream may hold; -1 is no limit.',
      8 * 1024 ** 3,
      UPLOADS,
    ),
  ];
  readonly #written = this.#sequence.with(UPLOADS);
  readonly #kept = this.#messages.with(UPLOADS);
  readonly #keptBytes = this.#bytes.with(UPLOADS);

  advance(step: Step): void {
    this.#written.add(ARRIVALS * step.traffic * step.seconds);
    const messages = keptMessages(step.traffic);
    this.#kept.set(messages);
    this.#keptBytes.set(messages * MESSAGE);
  }
}
