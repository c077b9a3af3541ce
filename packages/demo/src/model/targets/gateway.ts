import { CounterFamily } from '../../metrics';
import { HttpTraffic } from '../HttpTraffic';
import { outcomes } from '../outcomes';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'gateway';
/** Mean operations per second. */
const OPERATIONS = { media: 18, search: 9, upload: 3, viewer: 2 } as const;

/** The GraphQL gateway that every client talks to. */
export function createGateway(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'POST',
      route: '/graphql',
      perSecond: 32,
      success: '200',
      latency: { median: 0.075, sigma: 0.85 },
      failures: 0.00052,
    },
    {
      method: 'GET',
      route: '/media/:id/raw',
      perSecond: 8,
      success: '200',
      latency: { median: 0.05, sigma: 0.9 },
      failures: 0.0003,
      notFound: 0.03,
    },
  ]);
  const requests = new CounterFamily(
    'graphql_requests_total',
    'GraphQL operations, by outcome.',
  );
  const requested = Object.fromEntries(
    Object.keys(OPERATIONS).map(operation => [
      operation,
      outcomes(requests, { service, operation }, 'status', [
        'success',
        'error',
      ] as const),
    ]),
  );

  return {
    name: service,
    job: service,
    instance: 'gateway-0',
    isService: true,
    families: [http.family, requests],
    advance(step) {
      const failing = step.isActive('graphql-errors');
      http.advance(step, route =>
        failing && route.route === '/graphql' ? { failures: 0.12 } : {},
      );
      for (const [operation, perSecond] of Object.entries(OPERATIONS)) {
        const count = perSecond * step.traffic * step.seconds;
        const failed =
          count * (failing ? 0.125 : 0.001 * (0.5 + step.chance(4)));
        requested[operation].success.add(count - failed);
        requested[operation].error.add(failed);
      }
    },
  };
}
