import { HistogramFamily, HistogramSeries, LatencyShape } from '../metrics';
import { Step } from './SimulatedTarget';

/** Bounds of prom-client's default buckets, in seconds. */
export const HTTP_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** A route of a simulated service. */
export interface HttpRoute {
  method: string;
  route: string;
  /** Mean requests per second. */
  perSecond: number;
  success: string;
  latency: LatencyShape;
  /** Share of answers with 500 on a good day; 0 means that it has no such series. */
  failures: number;
  /** Share of answers with 404. */
  notFound?: number;
}

/** What an incident does to a route. */
export interface HttpTrouble {
  failures?: number;
  latencyFactor?: number;
}

interface SimulatedRoute {
  route: HttpRoute;
  success: HistogramSeries;
  failure?: HistogramSeries;
  notFound?: HistogramSeries;
}

/** `http_request_duration_seconds` of one service. */
export class HttpTraffic {
  readonly family = new HistogramFamily(
    'http_request_duration_seconds',
    'Duration of HTTP requests in seconds.',
    HTTP_BUCKETS,
  );
  readonly #routes: SimulatedRoute[];

  constructor(service: string, routes: HttpRoute[]) {
    this.#routes = routes.map(route => {
      const { method, route: path } = route;
      const answered = (status: string) =>
        this.family.with({
          service,
          method,
          route: path,
          status_code: status,
        });
      return {
        route,
        success: answered(route.success),
        failure: route.failures ? answered('500') : undefined,
        notFound: route.notFound ? answered('404') : undefined,
      };
    });
  }

  advance(step: Step, trouble?: (route: HttpRoute) => HttpTrouble): void {
    for (const { route, success, failure, notFound } of this.#routes) {
      const { latencyFactor = 1, failures } = trouble?.(route) ?? {};
      const count = route.perSecond * step.traffic * step.seconds;
      const failed =
        count * (failures ?? route.failures * (0.5 + step.chance(11)));
      const missing = count * (route.notFound ?? 0);
      const shape = {
        ...route.latency,
        median: route.latency.median * latencyFactor,
      };
      success.add(count - failed - missing, shape);
      failure?.add(failed, shape);
      notFound?.add(missing, route.latency);
    }
  }
}
