import {
  chooseDialect,
  DialectChoice,
  foundDuration,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { apollo } from './dialects/apollo';
import { hasura } from './dialects/hasura';
import { plain } from './dialects/plain';
import { springGraphql } from './dialects/springGraphql';
import { yoga } from './dialects/yoga';
import { GraphqlDialect } from './GraphqlDialect';

/** All known dialects of GraphQL metrics, the one to be preferred first. */
export const graphqlDialects: readonly GraphqlDialect[] = [
  plain,
  yoga,
  apollo,
  springGraphql,
  hasura,
];

function asFound(
  dialect: GraphqlDialect,
  found: readonly string[] | undefined,
): GraphqlDialect {
  const { duration, ...rest } = dialect;
  const known = foundDuration(dialect, found);
  return duration && known
    ? { ...rest, duration: { ...known, label: duration.label } }
    : rest;
}

/** The dialect in which an entity publishes its GraphQL operations, or why none is known. */
export function chooseGraphqlDialect(
  context: PackContext,
): DialectChoice<GraphqlDialect> {
  const choice = chooseDialect(graphqlDialects, context, {
    pack: 'graphql',
    subject: 'GraphQL metrics',
  });
  return choice.dialect
    ? { dialect: asFound(choice.dialect, context.found) }
    : choice;
}
