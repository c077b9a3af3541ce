import {
  heatmapPanel,
  PackDashboardOptions,
  statPanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { platformHttpExpressions } from './platformHttpExpressions';

const ERRORS = { warning: 0.01, critical: 0.05 };
const SLOW = { warning: 0.5, critical: 1 };

/**
 * Rate, errors and duration of a service's HTTP requests: three numbers and three rows, which use
 * the panel ids 1 to 3 and 10 to 16 of their dashboard.
 *
 * @param selector - label matchers without braces
 */
export function platformHttpPanels(
  selector: string,
): Pick<PackDashboardOptions, 'stats' | 'rows'> {
  const http = platformHttpExpressions(selector, '$__rate_interval');
  return {
    stats: [
      statPanel({
        id: 1,
        title: 'Requests',
        description: 'HTTP requests per second, all routes and answers.',
        unit: 'reqps',
        queries: [{ expression: http.rate, legend: 'Requests' }],
      }),
      statPanel({
        id: 2,
        title: 'Failing requests',
        description:
          'Share of HTTP requests answered with 5xx. Client errors (4xx) do not count.',
        unit: 'percentunit',
        decimals: 2,
        queries: [{ expression: http.errorShare, legend: 'Failing' }],
        thresholds: ERRORS,
      }),
      statPanel({
        id: 3,
        title: 'Slow requests',
        description: 'One HTTP request in twenty takes longer than this.',
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
            description: 'HTTP requests per second by status code, stacked.',
            unit: 'reqps',
            stacked: true,
            queries: [
              { expression: http.rateByAnswer, legend: '{{status_code}}' },
            ],
          }),
          timeSeriesPanel({
            id: 13,
            title: 'Requests by route',
            description: 'HTTP requests per second by route.',
            unit: 'reqps',
            queries: [{ expression: http.rateByRoute, legend: '{{route}}' }],
          }),
        ],
      },
      {
        title: 'Errors',
        panels: [
          timeSeriesPanel({
            id: 11,
            title: 'Failing requests',
            description: 'Share of HTTP requests answered with 5xx.',
            unit: 'percentunit',
            queries: [{ expression: http.errorShare, legend: 'Failing' }],
            thresholds: ERRORS,
          }),
          timeSeriesPanel({
            id: 14,
            title: 'Failing requests by route',
            description:
              'Share of the HTTP requests of a route answered with 5xx.',
            unit: 'percentunit',
            queries: [
              { expression: http.errorShareByRoute, legend: '{{route}}' },
            ],
            thresholds: ERRORS,
          }),
        ],
      },
      {
        title: 'Duration',
        panels: [
          timeSeriesPanel({
            id: 12,
            title: 'Duration',
            description:
              'How long HTTP requests take: half, 95 % and 99 % of them are faster.',
            unit: 's',
            queries: [0.5, 0.95, 0.99].map(quantile => ({
              expression: http.quantile(quantile),
              legend: `p${quantile * 100}`,
            })),
            thresholds: SLOW,
          }),
          timeSeriesPanel({
            id: 15,
            title: 'Slow requests by route',
            description:
              '95 % of the HTTP requests of a route are faster than this.',
            unit: 's',
            queries: [
              { expression: http.quantileByRoute(0.95), legend: '{{route}}' },
            ],
            thresholds: SLOW,
          }),
          heatmapPanel({
            id: 16,
            title: 'Durations',
            description:
              'How many HTTP requests took how long: a second band appears when some of them wait for something.',
            unit: 's',
            queries: [{ expression: http.durations, legend: '{{le}}' }],
          }),
        ],
      },
    ],
  };
}
