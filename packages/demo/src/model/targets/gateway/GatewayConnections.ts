import { GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';

const MAXIMUM = 1_000;

/** How full the gateway is. */
export class GatewayConnections {
  readonly #open = new GaugeFamily(
    'media_gateway_open_connections',
    'Clients connected.',
  );
  readonly #maximum = new GaugeFamily(
    'media_gateway_max_connections',
    'Connections that are accepted; 0 is no limit.',
  );
  readonly #inFlight = new GaugeFamily(
    'media_gateway_requests_in_flight',
    'Requests that wait for an answer.',
  );
  readonly families = [this.#open, this.#maximum, this.#inFlight];
  readonly #connections;
  readonly #waiting;

  constructor(service: string) {
    this.#connections = this.#open.with({ service });
    this.#waiting = this.#inFlight.with({ service });
    this.#maximum.with({ service }, MAXIMUM);
  }

  advance(step: Step): void {
    // Who waits for an answer keeps the connection.
    const slow = step.isActive('pool-exhaustion') ? 1 : 0;
    this.#connections.set(
      360 * step.traffic + 40 * step.chance(16) + 180 * slow,
    );
    this.#waiting.set((3 + 3 * step.chance(17) + 22 * slow) * step.traffic);
  }
}
