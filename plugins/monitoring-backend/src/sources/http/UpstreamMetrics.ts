import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  BreakerState,
  UpstreamObserver,
  UpstreamOutcome,
} from './UpstreamObserver';

const PREFIX = 'sightline_upstream';
const OUTCOMES: UpstreamOutcome[] = [
  'answered',
  'refused',
  'failed',
  'timeout',
  'cancelled',
  'queue-full',
  'breaker-open',
];
const STATES: BreakerState[] = ['closed', 'open', 'half-open'];
/** In seconds. */
const DURATIONS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
];
/** In seconds; nobody waits for more than 10. */
const WAITS = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Event<K extends keyof UpstreamObserver> = Parameters<
  UpstreamObserver[K]
>[0];

/** How requests to upstreams are watched. */
export class UpstreamMetrics implements UpstreamObserver {
  readonly #requests;
  readonly #durations;
  readonly #waits;
  readonly #active;
  readonly #waiting;
  readonly #breakers;
  readonly #begun = new Set<string>();

  static create(options: { metrics: MetricsService }): UpstreamMetrics {
    return new UpstreamMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    // No units: an exporter would add them to the names once more.
    this.#requests = metrics.createCounter(`${PREFIX}_requests`, {
      description: 'Requests to upstreams that ended, sent or not, by how',
    });
    this.#durations = metrics.createHistogram(
      `${PREFIX}_request_duration_seconds`,
      {
        description:
          'How long upstreams took, from the first byte sent to the last one read',
        advice: { explicitBucketBoundaries: DURATIONS },
      },
    );
    this.#waits = metrics.createHistogram(`${PREFIX}_queue_wait_seconds`, {
      description: 'How long requests waited for a slot',
      advice: { explicitBucketBoundaries: WAITS },
    });
    this.#active = metrics.createGauge(`${PREFIX}_active_requests`, {
      description: 'Requests under way',
    });
    this.#waiting = metrics.createGauge(`${PREFIX}_waiting_requests`, {
      description: 'Requests that wait for a slot',
    });
    this.#breakers = metrics.createGauge(`${PREFIX}_breaker_state`, {
      description: '1 for the state that a breaker is in, 0 for the others',
    });
  }

  ended({ upstream, outcome, durationMs, waitedMs }: Event<'ended'>): void {
    this.#requests.add(1, { upstream, outcome });
    // How long one took that was not waited for says nothing of the upstream.
    if (durationMs !== undefined && outcome !== 'cancelled') {
      this.#durations.record(durationMs / 1_000, { upstream });
    }
    // Neither does one say anything of the queue that was never in it.
    if (outcome !== 'breaker-open') {
      this.#waits.record(waitedMs / 1_000, { upstream });
    }
  }

  queued({ upstream, active, waiting }: Event<'queued'>): void {
    // The counters of an upstream begin together, as rates need it.
    if (!this.#begun.has(upstream)) {
      this.#begun.add(upstream);
      for (const outcome of OUTCOMES) {
        this.#requests.add(0, { upstream, outcome });
      }
    }
    this.#active.record(active, { upstream });
    this.#waiting.record(waiting, { upstream });
  }

  breaker(event: Event<'breaker'>): void {
    const { upstream } = event;
    for (const state of STATES) {
      this.#breakers.record(state === event.state ? 1 : 0, { upstream, state });
    }
  }
}
