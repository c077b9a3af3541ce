import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  HttpDialect,
  HttpExpressions,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { ERRORS, SLOW } from './httpPanels';

function durationStats({ quantile, mean }: HttpExpressions): Panel[] {
  if (!quantile) {
    return mean
      ? [
          statPanel({
            id: 3,
            title: 'Mean duration',
            description:
              'How long requests take on average; buckets are not published.',
            unit: 's',
            queries: [{ expression: mean, legend: 'Mean' }],
          }),
        ]
      : [];
  }
  return [
    statPanel({
      id: 3,
      title: 'Typical duration',
      description: 'Half of the requests are faster than this.',
      unit: 's',
      queries: [{ expression: quantile(0.5), legend: 'p50' }],
    }),
    statPanel({
      id: 4,
      title: 'Slow duration',
      description: 'One request in twenty takes longer than this.',
      unit: 's',
      queries: [{ expression: quantile(0.95), legend: 'p95' }],
      thresholds: SLOW,
    }),
  ];
}

/** The numbers that matter. */
export function httpStats(
  dialect: HttpDialect,
  http: HttpExpressions,
): Panel[] {
  const inFlight = dialect.inFlight?.title ?? 'In flight';
  return [
    statPanel({
      id: 1,
      title: 'Requests',
      description: `Requests per second, all routes and answers, as ${
        dialect.title
      } counts them.${dialect.note ? ` ${dialect.note}` : ''}`,
      unit: 'reqps',
      queries: [{ expression: http.rate, legend: 'Requests' }],
    }),
    statPanel({
      id: 2,
      title: 'Failing requests',
      description:
        'Share of requests answered with 5xx. Client errors (4xx) do not count.',
      unit: 'percentunit',
      decimals: 2,
      queries: [{ expression: http.errorRatio, legend: 'Failing' }],
      thresholds: ERRORS,
    }),
    ...durationStats(http),
    ...(http.inFlight
      ? [
          statPanel({
            id: 5,
            title: inFlight,
            description: 'How many there are at this moment.',
            unit: 'short',
            queries: [{ expression: http.inFlight, legend: inFlight }],
          }),
        ]
      : []),
  ];
}
