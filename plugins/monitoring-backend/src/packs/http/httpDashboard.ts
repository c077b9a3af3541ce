import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  statPanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { httpExpressions } from './httpExpressions';

/** Panels that alerts point to. */
export const HTTP_PANELS = { errorRatio: 11, duration: 12 } as const;

const ERRORS = { warning: 0.01, critical: 0.05 };
const SLOW = { warning: 0.5, critical: 1 };

/** The RED dashboard of one HTTP service. */
export function httpDashboard(context: PackContext): PackDashboard {
  const http = httpExpressions(context.selector, '$__rate_interval');
  const title = `${context.title} · HTTP`;
  const model = buildPackDashboard({
    title,
    description: `Request rate, errors and duration of ${context.title}`,
    tags: ['http'],
    stats: [
      statPanel({
        id: 1,
        title: 'Requests',
        description: 'Requests per second, all routes and answers.',
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
      statPanel({
        id: 3,
        title: 'Typical duration',
        description: 'Half of the requests are faster than this.',
        unit: 's',
        queries: [{ expression: http.quantile(0.5), legend: 'p50' }],
      }),
      statPanel({
        id: 4,
        title: 'Slow duration',
        description: 'One request in twenty takes longer than this.',
        unit: 's',
        queries: [{ expression: http.quantile(0.95), legend: 'p95' }],
        thresholds: SLOW,
      }),
    ],
    rows: [
      {
        title: 'Rate',
        panels: [
          timeSeriesPanel({
            id: 10,
            title: 'Requests by answer',
            description: 'Requests per second by status code, stacked.',
            unit: 'reqps',
            stacked: true,
            queries: [
              { expression: http.rateByStatus, legend: '{{status_code}}' },
            ],
          }),
          timeSeriesPanel({
            id: 13,
            title: 'Requests by route',
            description: 'Requests per second by route.',
            unit: 'reqps',
            queries: [{ expression: http.rateByRoute, legend: '{{route}}' }],
          }),
        ],
      },
      {
        title: 'Errors',
        panels: [
          timeSeriesPanel({
            id: HTTP_PANELS.errorRatio,
            title: 'Failing requests',
            description: 'Share of requests answered with 5xx.',
            unit: 'percentunit',
            queries: [{ expression: http.errorRatio, legend: 'Failing' }],
            thresholds: ERRORS,
          }),
          timeSeriesPanel({
            id: 14,
            title: 'Failing requests by route',
            description: 'Share of requests of a route answered with 5xx.',
            unit: 'percentunit',
            queries: [
              { expression: http.errorRatioByRoute, legend: '{{route}}' },
            ],
            thresholds: ERRORS,
          }),
        ],
      },
      {
        title: 'Duration',
        panels: [
          timeSeriesPanel({
            id: HTTP_PANELS.duration,
            title: 'Duration',
            description:
              'How long requests take: half, 95 % and 99 % of them are faster.',
            unit: 's',
            queries: [0.5, 0.95, 0.99].map(quantile => ({
              expression: http.quantile(quantile),
              legend: `p${quantile * 100}`,
            })),
            thresholds: SLOW,
          }),
          timeSeriesPanel({
            id: 15,
            title: 'Slow duration by route',
            description:
              '95 % of the requests of a route are faster than this.',
            unit: 's',
            queries: [
              { expression: http.quantileByRoute(0.95), legend: '{{route}}' },
            ],
            thresholds: SLOW,
          }),
        ],
      },
    ],
  });
  return { id: 'overview', title, model };
}
