import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';
import { GraphqlDialect } from './GraphqlDialect';

/** When the short form names no threshold. In seconds. */
const THRESHOLD = 0.5;

/** What can be promised of GraphQL operations. */
export function graphqlSlis({
  count,
  failed,
  duration,
}: GraphqlDialect): SliTemplate[] {
  const events = (metric: string, matchers?: string) =>
    `increase(${metric}{${['$selector', matchers]
      .filter(Boolean)
      .join(', ')}}[$window])`;
  const total = failed.uncounted
    ? `(${events(count)} or ${events(failed.metric, failed.uncounted)})`
    : events(count);
  const slis: SliTemplate[] = [
    {
      id: 'graphql:operations',
      title: 'Operations without an error',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: events(failed.metric, failed.matchers),
        total,
      },
    },
  ];
  if (duration?.kind === 'histogram') {
    slis.push({
      id: 'graphql:latency',
      title: 'Operations answered fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: duration.metric,
        thresholdSeconds: THRESHOLD,
      },
    });
  }
  return slis;
}
