import { CounterFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';

/** Mean per second. */
const LIMITED = { client: 0.35, network: 0.08, global: 0.004 } as const;
const BLOCKED = {
  query_too_deep: 0.05,
  body_too_large: 0.02,
  denied_network: 0.09,
  malformed: 0.03,
} as const;
/**
 * Registered clients and the networks they come from (of those kept for documentation), with the
 * rejections per second on a usual day and while `credential-stuffing` lasts.
 */
const CLIENTS = [
  ['partner-import', '192.0.2.0/24', 0.21, 0.21],
  ['mobile-app', '198.51.100.0/24', 0.12, 0.12],
  ['unregistered', '203.0.113.0/24', 0.09, 10.2],
  ['web-app', '198.51.100.0/24', 0.07, 0.07],
  ['press-kit', '2001:db8:7::/48', 0.04, 0.04],
  ['unregistered', '2001:db8:a1::/48', 0.02, 1.8],
] as const;

/** Requests that the gateway turns away, and whose they are. */
export class GatewayRejections {
  readonly #limited = new CounterFamily(
    'media_gateway_rate_limited_requests_total',
    'Requests answered with 429, by the limit that was reached.',
  );
  readonly #blocked = new CounterFamily(
    'media_gateway_blocked_requests_total',
    'Requests refused before they reach a service, by reason.',
  );
  readonly #byClient = new CounterFamily(
    'media_gateway_client_rejections_total',
    'Requests turned away, of the clients with the most of them; no addresses.',
  );
  readonly families = [this.#limited, this.#blocked, this.#byClient];
  readonly #steady;
  readonly #clients;

  constructor(service: string) {
    this.#steady = [
      ...Object.entries(LIMITED).map(([limit, perSecond]) => ({
        perSecond,
        series: this.#limited.with({ service, limit }),
      })),
      ...Object.entries(BLOCKED).map(([reason, perSecond]) => ({
        perSecond,
        series: this.#blocked.with({ service, reason }),
      })),
    ];
    this.#clients = CLIENTS.map(([client, network, usual, attacking]) => ({
      usual,
      attacking,
      series: this.#byClient.with({ service, client_id: client, network }),
    }));
  }

  advance(step: Step): void {
    const attacked = step.isActive('credential-stuffing');
    const load = step.traffic * step.seconds * (0.5 + step.chance(20));
    for (const { perSecond, series } of this.#steady) {
      series.add(perSecond * load * (attacked ? 4 : 1));
    }
    for (const { usual, attacking, series } of this.#clients) {
      series.add((attacked ? attacking : usual) * load);
    }
  }
}
