import { GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { ARRIVALS, UPLOADS } from './natsLabels';

function ofConsumers(name: string, help: string): GaugeFamily {
  return new GaugeFamily(`jetstream_consumer_num_${name}`, help);
}

/** Who reads the uploads, and how far they are. */
export class NatsConsumers {
  readonly #pending = ofConsumers(
    'pending',
    'Number of pending messages from a consumer.',
  );
  readonly #ackPending = ofConsumers(
    'ack_pending',
    'Number of messages that a consumer has not acknowledged.',
  );
  readonly #redelivered = ofConsumers(
    'redelivered',
    'Number of messages that are being delivered again.',
  );
  readonly families = [this.#pending, this.#ackPending, this.#redelivered];
  readonly #variants = this.#consumer('variant-generator');
  readonly #index = this.#consumer('search-indexer');

  advance(step: Step): void {
    const stuck = step.isActive('consumer-lag');
    const usual = 140 * step.traffic * step.chance(8);
    const { pending, ackPending, redelivered } = this.#variants;
    pending.set(
      stuck
        ? pending.get() + ARRIVALS * step.seconds
        : Math.max(usual, pending.get() - 2_000 * step.seconds),
    );
    // What it was given when it stopped stays with it, and is offered again and again.
    ackPending.set(stuck ? 1_000 : 24 * step.traffic * (0.5 + step.chance(30)));
    redelivered.set(stuck ? 1_000 : 3 * step.chance(31));

    this.#index.pending.set(60 * step.traffic * step.chance(9));
    this.#index.ackPending.set(9 * step.traffic * (0.5 + step.chance(32)));
    this.#index.redelivered.set(2 * step.chance(33));
  }

  #consumer(name: string) {
    const labels = {
      ...UPLOADS,
      consumer_name: name,
      is_consumer_leader: 'true',
    };
    return {
      pending: this.#pending.with(labels),
      ackPending: this.#ackPending.with(labels),
      redelivered: this.#redelivered.with(labels),
    };
  }
}
