import {
  dialectOf,
  dialectProbes,
  MonitoringPack,
} from '@sightline/backstage-plugin-monitoring-node';
import { graphqlAlerts } from './graphqlAlerts';
import { graphqlDashboard } from './graphqlDashboard';
import { chooseGraphqlDialect, graphqlDialects } from './graphqlDialects';
import { graphqlSlis } from './graphqlSlis';

/** Operations, errors and durations of a GraphQL server. */
export const graphqlPack: MonitoringPack = {
  id: 'graphql',
  title: 'GraphQL server',
  description: 'GraphQL operations, their errors and how long they take',
  metricsFrom: graphqlDialects
    .map(({ count, metricsFrom }) => `${count}: ${metricsFrom}`)
    .join('; '),
  options: {
    dialect: `whose metrics to read when looking does not find the right ones: ${graphqlDialects
      .map(({ id }) => id)
      .join(', ')}`,
  },
  probes: graphqlDialects.flatMap(dialectProbes),
  lacks: context => chooseGraphqlDialect(context).lack,
  dashboards: context => [
    graphqlDashboard(context, dialectOf(chooseGraphqlDialect(context))),
  ],
  alerts: context =>
    graphqlAlerts(context, dialectOf(chooseGraphqlDialect(context))),
  slis: context => graphqlSlis(dialectOf(chooseGraphqlDialect(context))),
};
