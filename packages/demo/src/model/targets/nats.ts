import { SimulatedTarget } from '../SimulatedTarget';
import { NatsConsumers } from './nats/NatsConsumers';
import { NatsServer } from './nats/NatsServer';
import { NatsStream } from './nats/NatsStream';

/** NATS with JetStream, under the names of prometheus-nats-exporter. */
export function createNats(): SimulatedTarget {
  const parts = [new NatsConsumers(), new NatsStream(), new NatsServer()];
  return {
    name: 'nats',
    job: 'nats',
    instance: 'nats-0',
    isService: false,
    families: parts.flatMap(({ families }) => families),
    advance(step) {
      for (const part of parts) {
        part.advance(step);
      }
    },
  };
}
