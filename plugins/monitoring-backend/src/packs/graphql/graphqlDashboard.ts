import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  statPanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { graphqlDurationPanels } from './graphqlDurationPanels';
import { GraphqlDialect } from './GraphqlDialect';
import { graphqlExpressions } from './graphqlExpressions';
import { ERRORS, GRAPHQL_PANELS, SLOW } from './graphqlPanels';

type Expressions = ReturnType<typeof graphqlExpressions>;

function stats({ rate, errorRatio, durations }: Expressions): Panel[] {
  const slow = durations?.quantile?.(0.95) ?? durations?.mean;
  return [
    statPanel({
      id: 1,
      title: 'Operations',
      description: 'GraphQL operations per second, failed ones included.',
      unit: 'reqps',
      queries: [{ expression: rate, legend: 'Operations' }],
    }),
    statPanel({
      id: 2,
      title: 'Failing operations',
      description:
        'Share of operations that ended with an error. GraphQL answers these with HTTP 200 as a rule.',
      unit: 'percentunit',
      decimals: 2,
      queries: [{ expression: errorRatio, legend: 'Failing' }],
      thresholds: ERRORS,
    }),
    ...(slow
      ? [
          statPanel({
            id: 3,
            title: durations?.quantile ? 'Slow duration' : 'Mean duration',
            description: durations?.quantile
              ? 'One operation in twenty takes longer than this.'
              : 'How long operations take on average; buckets are not published.',
            unit: 's',
            queries: [
              {
                expression: slow,
                legend: durations?.quantile ? 'p95' : 'Mean',
              },
            ],
            thresholds: SLOW,
          }),
        ]
      : []),
  ];
}

function ratePanel(
  { operation }: GraphqlDialect,
  { rateByOperation }: Expressions,
): Panel {
  return timeSeriesPanel({
    id: GRAPHQL_PANELS.operations,
    title: `Operations by ${operation.title}`,
    description: 'Operations per second; the 20 that are asked for most.',
    unit: 'reqps',
    queries: [
      {
        expression: `topk(20, ${rateByOperation})`,
        legend: `{{${operation.label}}}`,
      },
    ],
  });
}

function errorPanels(
  { operation, failed, note = '' }: GraphqlDialect,
  { errorRatio, failuresByOperation, failuresByReason }: Expressions,
): Panel[] {
  return [
    timeSeriesPanel({
      id: GRAPHQL_PANELS.errorRatio,
      title: 'Failing operations',
      description: `Share of operations that ended with an error. ${note}`,
      unit: 'percentunit',
      queries: [{ expression: errorRatio, legend: 'Failing' }],
      thresholds: ERRORS,
    }),
    timeSeriesPanel({
      id: 13,
      title: `Failures by ${operation.title}`,
      description: 'Failures per second; the 20 with the most.',
      unit: 'reqps',
      queries: [
        {
          expression: `topk(20, ${failuresByOperation})`,
          legend: `{{${operation.label}}}`,
        },
      ],
    }),
    ...(failuresByReason
      ? [
          timeSeriesPanel({
            id: 14,
            title: 'Failures by reason',
            description: 'Failures per second by where or how they ended.',
            unit: 'reqps',
            queries: [
              { expression: failuresByReason, legend: `{{${failed.reason}}}` },
            ],
          }),
        ]
      : []),
  ];
}

/** Operations, errors and durations of one GraphQL server. */
export function graphqlDashboard(
  context: PackContext,
  dialect: GraphqlDialect,
): PackDashboard {
  const graphql = graphqlExpressions(
    dialect,
    context.selector,
    '$__rate_interval',
  );
  const title = `${context.title} · GraphQL`;
  const durations = graphqlDurationPanels(dialect, graphql);
  const model = buildPackDashboard({
    title,
    description: `GraphQL operations of ${context.title}, by the metrics of ${dialect.title}`,
    tags: ['graphql'],
    stats: stats(graphql),
    rows: [
      { title: 'Rate', panels: [ratePanel(dialect, graphql)] },
      { title: 'Errors', panels: errorPanels(dialect, graphql) },
      ...(durations.length > 0
        ? [{ title: 'Duration', panels: durations }]
        : []),
    ],
  });
  return { id: 'overview', title, model };
}
