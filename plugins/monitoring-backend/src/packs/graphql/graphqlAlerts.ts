import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { awaitsFirstEvent } from '../awaitsFirstEvent';
import { GraphqlDialect } from './GraphqlDialect';
import { graphqlExpressions } from './graphqlExpressions';
import { GRAPHQL_PANELS } from './graphqlPanels';

const WINDOW = '5m';

function slowOperations(context: PackContext, p95: string): PackAlert {
  return {
    name: 'SlowGraphQLOperations',
    expression: p95,
    operator: '>',
    threshold: 1,
    unit: 'seconds',
    for: 600,
    severity: 'warning',
    summary: `GraphQL operations of ${context.title} are slow`,
    description: `One GraphQL operation in twenty of ${context.title} took longer than {{ $value | humanizeDuration }} over the last 5 minutes.`,
    panel: { dashboard: 'overview', panelId: GRAPHQL_PANELS.duration },
  };
}

/** Alerts of a GraphQL server. Durations are judged by buckets only. */
export function graphqlAlerts(
  context: PackContext,
  dialect: GraphqlDialect,
): PackAlert[] {
  const graphql = graphqlExpressions(dialect, context.selector, WINDOW);
  const p95 =
    dialect.duration?.kind === 'histogram' &&
    graphql.durations?.quantile?.(0.95);
  return [
    {
      name: 'HighGraphQLErrorRate',
      expression: graphql.errorRatio,
      operator: '>',
      threshold: 0.01,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `GraphQL operations of ${context.title} fail`,
      description: `{{ $value | humanizePercentage }} of the GraphQL operations of ${context.title} ended with an error over the last 5 minutes.`,
      panel: { dashboard: 'overview', panelId: GRAPHQL_PANELS.errorRatio },
    },
    ...(p95 ? [slowOperations(context, p95)] : []),
    awaitsFirstEvent(
      context,
      metricsMissingAlert(context, {
        name: 'GraphQLMetricsMissing',
        series: [`${dialect.count}{${context.selector}}`],
        blindTo: 'of its GraphQL operations',
        panel: { dashboard: 'overview', panelId: GRAPHQL_PANELS.operations },
      }),
    ),
  ];
}
