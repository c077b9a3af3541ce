import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  HttpDialect,
  HttpExpressions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { busiest, ERRORS, HTTP_PANELS } from './httpPanels';

/** How many requests there are. */
export function ratePanels(
  { status, route }: HttpDialect,
  { rateByStatus, byRoute }: HttpExpressions,
): Panel[] {
  return [
    timeSeriesPanel({
      id: HTTP_PANELS.requests,
      title: 'Requests by answer',
      description: 'Requests per second by status code, stacked.',
      unit: 'reqps',
      stacked: true,
      queries: [{ expression: rateByStatus, legend: `{{${status}}}` }],
    }),
    ...(byRoute
      ? [
          timeSeriesPanel({
            id: 13,
            title: 'Requests by route',
            description: 'Requests per second by route; the 20 busiest.',
            unit: 'reqps',
            queries: [
              { expression: busiest(byRoute.rate), legend: `{{${route}}}` },
            ],
          }),
        ]
      : []),
  ];
}

/** How many of them fail. */
export function errorPanels(
  { route }: HttpDialect,
  { errorRatio, byRoute }: HttpExpressions,
): Panel[] {
  return [
    timeSeriesPanel({
      id: HTTP_PANELS.errorRatio,
      title: 'Failing requests',
      description: 'Share of requests answered with 5xx.',
      unit: 'percentunit',
      queries: [{ expression: errorRatio, legend: 'Failing' }],
      thresholds: ERRORS,
    }),
    ...(byRoute
      ? [
          timeSeriesPanel({
            id: 14,
            title: 'Failing requests by route',
            description:
              'Share of requests of a route answered with 5xx; the 20 worst.',
            unit: 'percentunit',
            queries: [
              {
                expression: busiest(byRoute.errorRatio),
                legend: `{{${route}}}`,
              },
            ],
            thresholds: ERRORS,
          }),
        ]
      : []),
  ];
}

/** How many are being answered: what piles up when a service cannot follow. */
export function saturationPanels(
  { inFlight }: HttpDialect,
  http: HttpExpressions,
): Panel[] {
  return inFlight && http.inFlight
    ? [
        timeSeriesPanel({
          id: 17,
          title: inFlight.title ?? 'Requests in flight',
          description:
            'How many there are at once. When they rise and the rate does not, the service cannot follow.',
          unit: 'short',
          queries: [
            {
              expression: http.inFlight,
              legend: inFlight.title ?? 'In flight',
            },
          ],
        }),
      ]
    : [];
}
