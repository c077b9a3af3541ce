import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import { graphqlDialects } from './graphqlDialects';
import { graphqlPack } from './graphqlPack';

const context = {
  entityRef: 'component:default/gateway',
  name: 'gateway',
  title: 'Gateway',
  selector: 'service="gateway"',
  options: {},
};

describe('the graphql pack', () => {
  it.each(graphqlDialects.map(({ id }) => id))('is sound in %s', dialect => {
    expect(checkPack(graphqlPack, { ...context, found: [dialect] })).toEqual(
      [],
    );
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = graphqlPack.dashboards({
      ...context,
      found: ['yoga'],
    });
    expect(id).toBe('overview');
    expect(
      (model.panels as any[])
        .filter(({ type }) => type !== 'row')
        .map(panel => `${panel.id} ${panel.title}`),
    ).toEqual([
      '1 Operations',
      '2 Failing operations',
      '3 Slow duration',
      '10 Operations by operation',
      '11 Failing operations',
      '13 Failures by operation',
      '14 Failures by reason',
      '12 Duration',
      '15 Slow duration by operation',
      '16 Durations',
    ]);
  });

  it('judges no durations of a counter that has none', () => {
    const found = { ...context, found: ['plain'] };
    expect(graphqlPack.alerts(found).map(({ name }) => name)).toEqual([
      'HighGraphQLErrorRate',
      'GraphQLMetricsMissing',
    ]);
    expect(graphqlPack.slis(found).map(({ id }) => id)).toEqual([
      'graphql:operations',
    ]);
  });

  it.each<[object, RegExp]>([
    [{ found: [] }, /None of the series of gateway.*Apollo Server/],
    [{}, /no Prometheus has answered yet/],
    [{ options: { dialect: 'yogi' } }, /did you mean 'yoga'/],
  ])('says what it lacks with %j', (more, message) => {
    expect(graphqlPack.lacks!({ ...context, ...more })).toMatch(message);
  });
});
