import { CounterFamily, HistogramFamily } from '../../../metrics';
import { outcomes } from '../../outcomes';
import { Step } from '../../SimulatedTarget';

const OUTCOMES = ['success', 'failure'] as const;
/** Mean requests per second, and median seconds. */
const UPSTREAMS = {
  'media-service': { perSecond: 25, median: 0.035 },
  ingestor: { perSecond: 3, median: 0.12 },
  opensearch: { perSecond: 9, median: 0.06 },
} as const;

/** What an incident does to the requests to one service. */
function trouble(
  step: Step,
  upstream: string,
): { failures?: number; latencyFactor?: number } {
  if (upstream === 'ingestor' && step.isActive('upload-failures')) {
    return { failures: 0.6 };
  }
  if (upstream === 'media-service' && step.isActive('pool-exhaustion')) {
    return { failures: 0.04, latencyFactor: 12 };
  }
  return {};
}

/** The services behind the gateway, as it sees them. */
export class GatewayUpstreams {
  readonly #requests = new CounterFamily(
    'media_gateway_upstream_requests_total',
    'Requests to the services behind the gateway, by outcome.',
  );
  readonly #durations = new HistogramFamily(
    'media_gateway_upstream_request_duration_seconds',
    'Duration of requests to the services behind the gateway in seconds.',
    [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  );
  readonly families = [this.#requests, this.#durations];
  readonly #upstreams;

  constructor(service: string) {
    this.#upstreams = Object.entries(UPSTREAMS).map(([upstream, usual]) => ({
      ...usual,
      upstream,
      ...outcomes(this.#requests, { service, upstream }, 'result', OUTCOMES),
      duration: this.#durations.with({ service, upstream }),
    }));
  }

  advance(step: Step): void {
    for (const { upstream, perSecond, median, ...series } of this.#upstreams) {
      const { failures, latencyFactor = 1 } = trouble(step, upstream);
      const count = perSecond * step.traffic * step.seconds;
      const failed = count * (failures ?? 0.0008 * (0.5 + step.chance(15)));
      series.success.add(count - failed);
      series.failure.add(failed);
      series.duration.add(count, {
        median: median * latencyFactor,
        sigma: 0.8,
      });
    }
  }
}
