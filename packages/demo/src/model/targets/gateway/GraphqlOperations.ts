import { CounterFamily, HistogramFamily } from '../../../metrics';
import { outcomes } from '../../outcomes';
import { Step } from '../../SimulatedTarget';

const OUTCOMES = ['success', 'error'] as const;
/** Mean operations per second, and median seconds. */
const OPERATIONS = {
  media: { perSecond: 18, median: 0.06 },
  search: { perSecond: 9, median: 0.11 },
  upload: { perSecond: 3, median: 0.16 },
  viewer: { perSecond: 2, median: 0.03 },
} as const;

/** What clients ask the gateway in GraphQL. */
export class GraphqlOperations {
  readonly #requests = new CounterFamily(
    'graphql_requests_total',
    'GraphQL operations, by outcome.',
  );
  readonly #durations = new HistogramFamily(
    'graphql_request_duration_seconds',
    'Duration of GraphQL operations in seconds.',
    [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  );
  readonly families = [this.#requests, this.#durations];
  readonly #operations;

  constructor(service: string) {
    this.#operations = Object.entries(OPERATIONS).map(([operation, usual]) => ({
      ...usual,
      ...outcomes(this.#requests, { service, operation }, 'status', OUTCOMES),
      duration: this.#durations.with({ service, operation }),
    }));
  }

  advance(step: Step): void {
    const failing = step.isActive('graphql-errors');
    for (const { perSecond, median, ...series } of this.#operations) {
      const count = perSecond * step.traffic * step.seconds;
      const failed = count * (failing ? 0.125 : 0.001 * (0.5 + step.chance(4)));
      series.success.add(count - failed);
      series.error.add(failed);
      series.duration.add(count, { median, sigma: 0.8 });
    }
  }
}
