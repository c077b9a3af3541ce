import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  heatmapPanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { GraphqlDialect } from './GraphqlDialect';
import { graphqlExpressions } from './graphqlExpressions';
import { GRAPHQL_PANELS, SLOW } from './graphqlPanels';

const QUANTILES = [0.5, 0.95, 0.99];

/** How long operations take: as much as the dialect can tell. */
export function graphqlDurationPanels(
  { duration }: GraphqlDialect,
  graphql: ReturnType<typeof graphqlExpressions>,
): Panel[] {
  const { durations, durationsByOperation } = graphql;
  if (!duration || !durations || !durationsByOperation) {
    return [];
  }
  const { quantile, mean, buckets } = durations;
  return [
    timeSeriesPanel({
      id: GRAPHQL_PANELS.duration,
      title: 'Duration',
      description: quantile
        ? 'How long operations take: half, 95 % and 99 % of them are faster.'
        : 'How long operations take on average. Buckets are not published, so that nobody knows how long the slow ones take; see the page of the pack.',
      unit: 's',
      queries: quantile
        ? QUANTILES.map(share => ({
            expression: quantile(share),
            legend: `p${share * 100}`,
          }))
        : [{ expression: mean, legend: 'Mean' }],
      thresholds: SLOW,
    }),
    timeSeriesPanel({
      id: 15,
      title: quantile
        ? 'Slow duration by operation'
        : 'Mean duration by operation',
      description: `${
        quantile
          ? '95 % of the operations of a kind are faster than this.'
          : 'How long operations of a kind take on average.'
      } The 20 slowest.`,
      unit: 's',
      queries: [
        {
          expression: `topk(20, ${
            durationsByOperation.quantile?.(0.95) ?? durationsByOperation.mean
          })`,
          legend: `{{${duration.label}}}`,
        },
      ],
      thresholds: SLOW,
    }),
    ...(buckets
      ? [
          heatmapPanel({
            id: 16,
            title: 'Durations',
            description:
              'How many operations took how long: the further along its scale a colour is, the more.',
            unit: 's',
            queries: [{ expression: buckets, legend: '{{le}}' }],
          }),
        ]
      : []),
  ];
}
