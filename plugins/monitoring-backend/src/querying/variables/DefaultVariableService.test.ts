import { mockServices } from '@backstage/backend-test-utils';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { PrometheusSample } from '../../sources';
import { DefaultVariableService } from './DefaultVariableService';

const HOUR = 3_600_000;
const RANGE = { from: 100 * HOUR, to: 101 * HOUR + 12_345 };
const monitoring = { spec: {}, dashboards: [] };
const entity = {
  entity: { kind: 'Component', metadata: { name: 'media-db' } },
  monitoring,
  environments: [monitoring],
} as unknown as MonitoredEntity;

function variable(name: string, query: string, rest: object = {}) {
  return { name, type: 'query', query, ...rest };
}

function setUp(
  list: object[],
  options: {
    answer?: (query: string) => PrometheusSample[];
    scope?: PrometheusConfig['scope'];
    ofEntity?: Record<string, string>;
  } = {},
) {
  const asked: { query: string; time?: number }[] = [];
  const service = DefaultVariableService.create({
    dashboards: {
      list: async () => ({ items: [] }),
      get: async () => ({
        uid: 'a',
        title: 'a',
        source: 'pack',
        dashboard: { templating: { list } },
        variables: options.ofEntity ?? {},
      }),
    },
    prometheus: [
      {
        config: { id: 'default', scope: options.scope ?? [] } as never,
        client: {
          id: 'default',
          query: async query => {
            asked.push(query);
            return {
              samples: options.answer?.(query.query) ?? [],
              warnings: [],
            };
          },
          queryRange: async () => ({ series: [], warnings: [] }),
        },
      },
    ],
    logger: mockServices.logger.mock(),
  });
  const list_ = (variables = {}) =>
    service.listChoices(entity, 'a', { range: RANGE, variables });
  return { asked, list: list_, service };
}

const found = (label: string, values: string[]): PrometheusSample[] =>
  values.map(value => ({ labels: { [label]: value }, value: 1, time: 0 }));

describe('DefaultVariableService', () => {
  it('answers the values of a label, as the variable wants them', async () => {
    const { list, asked } = setUp(
      [
        variable('database', 'label_values(pg_up{service="db"}, datname)', {
          label: 'Database',
          regex: '/^(?:media|audit)/',
          sort: 1,
        }),
      ],
      { answer: () => found('datname', ['media', 'template0', 'audit']) },
    );
    expect(await list()).toEqual({
      items: [
        {
          name: 'database',
          label: 'Database',
          options: [
            { text: 'audit', value: 'audit' },
            { text: 'media', value: 'media' },
          ],
        },
      ],
    });
    expect(asked).toEqual([
      {
        query: 'count by (datname) (last_over_time(pg_up{service="db"}[61m]))',
        // All who ask in the same minute ask for the same.
        time: (101 * HOUR) / 1_000,
      },
    ]);
  });

  it('asks the server of the environment that the dashboard shows', async () => {
    const { asked, service } = setUp([
      variable('job', 'label_values(up, job)'),
    ]);
    const elsewhere = {
      spec: { environment: 'stage', prometheus: 'eu' },
      dashboards: [{ uid: 'sl-stage' }],
    };
    const both = {
      ...entity,
      environments: [monitoring, elsewhere],
    } as unknown as MonitoredEntity;
    await service.listChoices(both, 'a', { range: RANGE });
    expect(asked).toHaveLength(1);
    await expect(
      service.listChoices(both, 'sl-stage', { range: RANGE }),
    ).rejects.toThrow("No Prometheus 'eu' is configured");
    await expect(
      service.listChoices(
        both,
        'a',
        { range: RANGE },
        { environment: 'stage' },
      ),
    ).rejects.toThrow("No Prometheus 'eu' is configured");
  });

  it('carries the scope of the operator into the query', async () => {
    const { list, asked } = setUp(
      [variable('job', 'label_values({__name__=~".+"}, job)')],
      {
        scope: [{ label: 'owner', from: 'metadata.name' }],
      },
    );
    await list();
    expect(asked[0]?.query).toBe(
      'count by (job) (last_over_time({owner="media-db", __name__=~".+"}[61m]))',
    );
  });

  it('fills in what is chosen for the others, and all for those with all', async () => {
    const { list, asked } = setUp([
      variable('instance', 'label_values(up, instance)', {
        includeAll: true,
        multi: true,
        allValue: '.+',
        current: { value: ['$__all'] },
      }),
      variable(
        'database',
        'label_values(pg_up{instance=~"$instance"}, datname)',
      ),
    ]);
    await list();
    await list({ instance: ['a:1', 'b:2'] });
    expect(
      asked.map(({ query }) => query).filter(one => /pg_up/.test(one)),
    ).toEqual([
      'count by (datname) (last_over_time(pg_up{instance=~".+"}[61m]))',
      'count by (datname) (last_over_time(pg_up{instance=~"(a:1|b:2)"}[61m]))',
    ]);
  });

  it.each([
    ['query_result(up)', /Only variables of the form label_values/],
    ['label_values(job)', /Only variables of the form label_values/],
    ['label_values(up{, job)', /./],
  ])('tells why %s has no values, and reads the others', async (query, why) => {
    const { list } = setUp(
      [variable('bad', query), variable('good', 'label_values(up, job)')],
      { answer: () => found('job', ['a']) },
    );
    const { items } = await list();
    expect(items[0].options).toEqual([]);
    expect(items[0].error).toMatch(why);
    expect(items[1].options).toEqual([{ text: 'a', value: 'a' }]);
  });

  it('does not let a value change the query', async () => {
    const { list, asked } = setUp([
      variable('metric', 'label_values(up, metric)'),
      variable('job', 'label_values($metric, job)'),
    ]);
    const { items } = await list({ metric: 'up or secrets' });
    expect(items[1].error).toMatch(/would change the query/);
    expect(asked.every(({ query }) => !query.includes('secrets'))).toBe(true);
  });

  it('does not say what an unforeseen fault says', async () => {
    const { list } = setUp([variable('job', 'label_values(up, job)')], {
      answer: () => {
        throw new Error('secret');
      },
    });
    const { items } = await list();
    expect(items[0].error).toMatch(/the backend’s log says why/);
    expect(items[0].error).not.toContain('secret');
  });

  it('offers no more choices than people look through', async () => {
    const many = Array.from({ length: 501 }, (_, index) => `v${index}`);
    const { list } = setUp([variable('job', 'label_values(up, job)')], {
      answer: () => found('job', many),
    });
    const { items } = await list();
    expect(items[0].options).toHaveLength(500);
    expect(items[0].error).toBe(
      'Only the first 500 of 501 values can be chosen here',
    );
  });

  it('leaves variables alone whose values stand in the dashboard', async () => {
    const { list, asked } = setUp([
      { name: 'datasource', type: 'datasource', query: 'prometheus' },
      { name: 'step', type: 'interval', query: '1m,5m' },
    ]);
    expect(await list()).toEqual({ items: [] });
    expect(asked).toEqual([]);
  });
});
