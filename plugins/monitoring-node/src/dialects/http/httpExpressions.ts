import { durationExpressions } from '../durationExpressions';
import { errorRatioExpression } from '../errorRatioExpression';
import { HttpDialect } from './HttpDialect';

/**
 * PromQL on the HTTP requests of one service. What a dialect does not publish is absent.
 *
 * @public
 */
export interface HttpExpressions {
  /** Requests per second. */
  rate: string;
  /** Labelled by {@link HttpDialect.status}. */
  rateByStatus: string;
  /** Share of requests that failed, 0..1. */
  errorRatio: string;
  /** In seconds. */
  quantile?: (quantile: number) => string;
  /** In seconds. */
  mean?: string;
  /** For heat maps, by `le` in the dialect's own unit. */
  buckets?: string;
  inFlight?: string;
  /** Labelled by {@link HttpDialect.route}; absent in a dialect without routes. */
  byRoute?: {
    rate: string;
    errorRatio: string;
    /** In seconds. */
    quantile?: (quantile: number) => string;
    /** In seconds. */
    mean?: string;
  };
}

function join(...matchers: (string | undefined)[]): string {
  return matchers.filter(Boolean).join(', ');
}

function byRoute(
  dialect: HttpDialect,
  route: string,
  matchers: string,
  window: string,
): HttpExpressions['byRoute'] {
  const { count, failed, duration } = dialect;
  const rate = (more?: string) =>
    `sum by (${route}) (rate(${count}{${join(matchers, more)}}[${window}]))`;
  const durations =
    duration && durationExpressions(duration, matchers, window, [route]);
  return {
    rate: rate(),
    errorRatio: errorRatioExpression(rate(failed), rate()),
    ...(durations?.quantile ? { quantile: durations.quantile } : {}),
    ...(durations ? { mean: durations.mean } : {}),
  };
}

/**
 * PromQL on the HTTP requests of one service, in its dialect.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 * @param routes - narrows what is by route: a pattern, or a dashboard's variable `$route`
 * @public
 */
export function httpExpressions(
  dialect: HttpDialect,
  selector: string,
  window: string,
  routes?: string,
): HttpExpressions {
  const { count, status, failed, route, duration, inFlight } = dialect;
  const all = join(selector, dialect.matchers);
  const rate = (more?: string) =>
    `sum(rate(${count}{${join(all, more)}}[${window}]))`;
  const durations = duration && durationExpressions(duration, all, window);
  return {
    rate: rate(),
    rateByStatus: `sum by (${status}) (rate(${count}{${all}}[${window}]))`,
    errorRatio: errorRatioExpression(rate(failed), rate()),
    ...durations,
    ...(inFlight
      ? {
          inFlight: `sum(${inFlight.metric}{${join(all, inFlight.matchers)}})`,
        }
      : {}),
    ...(route
      ? {
          byRoute: byRoute(
            dialect,
            route,
            join(all, routes && `${route}=~"${routes}"`),
            window,
          ),
        }
      : {}),
  };
}
