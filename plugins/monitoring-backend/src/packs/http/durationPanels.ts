import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  HttpDialect,
  HttpExpressions,
  heatmapPanel,
  PanelOptions,
  PanelQuery,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { busiest, HTTP_PANELS, SLOW } from './httpPanels';

const QUANTILES = [0.5, 0.95, 0.99];

/** What the dialect's durations are, for somebody who reads the panel. */
const MEANING = {
  histogram: 'half, 95 % and 99 % of them are faster.',
  summary:
    'half, 95 % and 99 % of them are faster, on the route and in the process where that takes longest. Each process computes these by itself, so that they cannot be joined to those of the service.',
  mean: 'the mean. Buckets are not published, so that nobody knows how long the slow ones take; see the page of the pack.',
};

function queries(http: HttpExpressions): PanelQuery[] {
  const { quantile, mean } = http;
  if (quantile) {
    return QUANTILES.map(share => ({
      expression: quantile(share),
      legend: `p${share * 100}`,
    }));
  }
  return mean ? [{ expression: mean, legend: 'Mean' }] : [];
}

function byRoute(
  dialect: HttpDialect,
  { quantile, mean }: { quantile?: (share: number) => string; mean?: string },
): PanelOptions[] {
  const expression = quantile?.(0.95) ?? mean;
  if (!expression) {
    return [];
  }
  return [
    {
      id: 15,
      title: quantile ? 'Slow duration by route' : 'Mean duration by route',
      description: `${
        quantile
          ? '95 % of the requests of a route are faster than this.'
          : 'How long the requests of a route take on average.'
      } The 20 slowest routes.${
        dialect.duration?.labelled
          ? ' From coarse buckets: only those have the route.'
          : ''
      }`,
      unit: 's',
      queries: [
        { expression: busiest(expression), legend: `{{${dialect.route}}}` },
      ],
      thresholds: SLOW,
    },
  ];
}

/** How long requests take: as much as the dialect can tell. */
export function durationPanels(
  dialect: HttpDialect,
  http: HttpExpressions,
): Panel[] {
  const { duration } = dialect;
  if (!duration) {
    return [];
  }
  const panels: Panel[] = [
    timeSeriesPanel({
      id: HTTP_PANELS.duration,
      title: 'Duration',
      description: `How long requests take: ${MEANING[duration.kind]}`,
      unit: 's',
      queries: queries(http),
      thresholds: SLOW,
    }),
    ...byRoute(dialect, http.byRoute ?? {}).map(timeSeriesPanel),
  ];
  return http.buckets
    ? [
        ...panels,
        heatmapPanel({
          id: 16,
          title: 'Durations',
          description:
            'How many requests took how long: the further along its scale a colour is, the more. Two bands are two kinds of requests.',
          unit: duration.unitSeconds === 1 ? 's' : 'ms',
          queries: [{ expression: http.buckets, legend: '{{le}}' }],
        }),
      ]
    : panels;
}
