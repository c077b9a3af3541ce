import { mockServices } from '@backstage/backend-test-utils';
import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { PrometheusSample } from '../../sources';
import { DefaultVariableService } from './DefaultVariableService';

const HOUR = 3_600_000;
const RANGE = { from: 100 * HOUR, to: 101 * HOUR + 12_345 };
/** All who ask in the same minute ask for the same. */
const GRID = { start: (100 * HOUR) / 1_000, end: (101 * HOUR) / 1_000 };
const monitoring = { spec: {}, dashboards: [] };
const entity = {
  entity: { kind: 'Component', metadata: { name: 'media-db' } },
  monitoring,
  environments: [monitoring],
} as unknown as MonitoredEntity;

function variable(name: string, query: unknown, rest: object = {}) {
  return { name, type: 'query', query, ...rest };
}

/** What was asked: `values job {up}`, `names`, `series {up}`, `query up`. */
interface Asked {
  text: string;
  start?: number;
  end?: number;
  limit?: number;
  time?: number;
}

interface Answers {
  values?: (label: string, match: string) => string[];
  names?: string[];
  series?: Record<string, string>[];
  samples?: PrometheusSample[];
  resultType?: 'vector' | 'scalar';
}

function setUp(
  list: object[],
  options: {
    answers?: Answers;
    scope?: PrometheusConfig['scope'];
    ofEntity?: Record<string, string | string[]>;
  } = {},
) {
  const asked: Asked[] = [];
  const { answers = {} } = options;
  const ask = (text: string, match: string[] = [], rest: object = {}) =>
    asked.push({ text: [text, ...match].join(' '), ...rest });
  const service = DefaultVariableService.create({
    dashboards: {
      parse: async () => ({
        identity: {},
        model: parseDashboard({ templating: { list } }),
        variables: options.ofEntity ?? {},
      }),
    },
    prometheus: [
      {
        config: { id: 'default', scope: options.scope ?? [] } as never,
        client: {
          id: 'default',
          query: async ({ query, time }) => {
            ask('query', [query], { time });
            return {
              samples: answers.samples ?? [],
              resultType: answers.resultType,
              warnings: [],
            };
          },
          queryRange: async () => ({ series: [], warnings: [] }),
          labelNames: async ({ match, ...rest }) => {
            ask('names', match, rest);
            return { texts: answers.names ?? [], warnings: [] };
          },
          labelValues: async (label, { match, ...rest }) => {
            ask(`values ${label}`, match, rest);
            return {
              texts: answers.values?.(label, match?.[0] ?? '') ?? [],
              warnings: [],
            };
          },
          series: async ({ match, ...rest }) => {
            ask('series', match, rest);
            return { series: answers.series ?? [], warnings: [] };
          },
        },
      },
    ],
    logger: mockServices.logger.mock(),
  });
  return {
    asked,
    texts: () => asked.map(({ text }) => text),
    list: (variables = {}, rest = {}) =>
      service.listChoices(entity, 'a', { range: RANGE, variables, ...rest }),
    service,
  };
}

const optionsOf = (values: string[]) =>
  values.map(value => ({ text: value, value }));

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
      { answers: { values: () => ['media', 'template0', 'audit'] } },
    );
    expect(await list()).toEqual({
      items: [
        {
          name: 'database',
          label: 'Database',
          options: optionsOf(['audit', 'media']),
          value: 'audit',
        },
      ],
    });
    expect(asked).toEqual([
      { text: 'values datname pg_up{service="db"}', limit: 10_001, ...GRID },
    ]);
  });

  it.each<[string | object, Answers, string, string[]]>([
    ['label_values(job)', { values: () => ['a'] }, 'values job', ['a']],
    [
      { qryType: 1, label: 'job', metric: 'up' },
      { values: () => ['a'] },
      'values job up',
      ['a'],
    ],
    [
      'label_names()',
      { names: ['__name__', 'job'] },
      'names',
      ['__name__', 'job'],
    ],
    [
      'label_names(up)',
      { names: ['__name__', 'job'] },
      'names {__name__=~".*up.*"}',
      ['job'],
    ],
    [
      'metrics(node_.*)',
      { values: () => ['node_load1'] },
      'values __name__ {__name__=~"node_.*"}',
      ['node_load1'],
    ],
    [
      'up{a="b"}',
      { series: [{ __name__: 'up', a: 'b', job: 'x' }] },
      'series up{a="b"}',
      ['up{a="b",job="x"}'],
    ],
    [
      'query_result(topk(2, up))',
      {
        samples: [
          { labels: { __name__: 'up', job: 'x' }, value: 0.5, time: 17.5 },
          { labels: {}, value: Infinity, time: 17.5 },
          { labels: { a: 'b' }, value: 1e-7, time: 17.5 },
        ],
      },
      'query topk(2, up)',
      ['up{job="x"} 0.5 17500', '{} +Inf 17500', '{a="b"} 1e-07 17500'],
    ],
    [
      'query_result(scalar(up))',
      { samples: [{ labels: {}, value: 3, time: 1 }], resultType: 'scalar' },
      'query scalar(up)',
      ['3'],
    ],
  ])('reads %j', async (query, answers, text, values) => {
    const { list, texts } = setUp([variable('x', query)], { answers });
    const { items } = await list();
    expect(items[0].error).toBeUndefined();
    expect(items[0].options).toEqual(optionsOf(values));
    expect(texts()).toEqual([text]);
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

  it.each([
    [
      'label_values({__name__=~".+"}, job)',
      'values job {owner="media-db", __name__=~".+"}',
    ],
    ['label_values(job)', 'values job {owner="media-db"}'],
    [
      'label_values(up{owner="other"}, job)',
      'values job up{owner="media-db", owner="other"}',
    ],
    ['label_names()', 'names {owner="media-db"}'],
    ['metrics(.*)', 'values __name__ {owner="media-db", __name__=~".*"}'],
    ['up', 'series up{owner="media-db"}'],
    [
      'query_result(up or secret)',
      'query up{owner="media-db"} or secret{owner="media-db"}',
    ],
  ])('carries the scope of the operator into %s', async (query, text) => {
    const { list, texts } = setUp([variable('job', query)], {
      scope: [{ label: 'owner', from: 'metadata.name' }],
    });
    const { items } = await list();
    expect(texts()).toEqual([text]);
    expect(items[0].error).toBeUndefined();
  });

  it('lets no text of a query out of its selector', async () => {
    const { list, texts } = setUp(
      [variable('job', 'label_names(x"} or {a=")')],
      { scope: [{ label: 'owner', from: 'metadata.name' }] },
    );
    const { items } = await list();
    expect(texts()).toEqual([]);
    expect(items[0].error).toMatch(/is no selector of series/);
  });

  it('fills in what is chosen for the others, and all for those with all', async () => {
    const { list, texts } = setUp([
      variable(
        'database',
        'label_values(pg_up{instance=~"$instance"}, datname)',
      ),
      variable('instance', 'label_values(up, instance)', {
        includeAll: true,
        multi: true,
        allValue: '.+',
        current: { value: ['$__all'] },
      }),
    ]);
    await list();
    await list({ instance: ['a:1', 'b:2'] });
    expect(texts().filter(one => /pg_up/.test(one))).toEqual([
      'values datname pg_up{instance=~".+"}',
      'values datname pg_up{instance=~"(a:1|b:2)"}',
    ]);
  });

  it('reads chained variables in order, each once, with the values that come of it', async () => {
    const { list, texts } = setUp(
      [
        variable('pod', 'label_values(up{ns=~"$namespace"}, pod)', {
          regex: '/^$prefix-/',
        }),
        variable('namespace', 'label_values(up{cl="$cluster"}, ns)', {
          includeAll: true,
          multi: true,
          current: { value: ['$__all'] },
        }),
        variable('cluster', 'label_values(up, cl)', {
          current: { value: 'gone' },
        }),
        { name: 'prefix', type: 'textbox', query: 'web' },
      ],
      {
        answers: {
          values: label =>
            ({
              cl: ['eu', 'us'],
              ns: ['n.1', 'n2'],
              pod: ['web-1', 'db-1'],
            }[label] ?? []),
        },
      },
    );
    const { items } = await list();
    expect(texts()).toEqual([
      'values cl up',
      'values ns up{cl="eu"}',
      'values pod up{ns=~"(n\\\\.1|n2)"}',
    ]);
    expect(items.map(({ name, value }) => [name, value])).toEqual([
      ['pod', 'web-1'],
      ['namespace', ['$__all']],
      ['cluster', 'eu'],
    ]);
    expect(items[0].options).toEqual(optionsOf(['web-1']));
  });

  it('reads only what is asked for, and what its value depends on', async () => {
    const { list, texts } = setUp([
      variable('cluster', 'label_values(up, cl)'),
      variable('namespace', 'label_values(up{cl="$cluster"}, ns)'),
      variable('other', 'label_values(x, y)'),
    ]);
    const { items } = await list({ cluster: 'eu' }, { names: ['namespace'] });
    expect(texts()).toEqual(['values ns up{cl="eu"}']);
    expect(items.map(({ name }) => name)).toEqual(['namespace']);
  });

  it('does not ask for what the entity sets', async () => {
    const { list, texts } = setUp(
      [
        variable('job', 'label_values(up, job)'),
        variable('pod', 'label_values(up{job="$job"}, pod)'),
      ],
      { ofEntity: { job: 'ingestor' } },
    );
    const { items } = await list({ job: 'other' });
    expect(texts()).toEqual(['values pod up{job="ingestor"}']);
    expect(items[0]).toEqual({ name: 'job', options: [], value: 'ingestor' });
  });

  it.each([
    ['query_result(up{)', /ends too early|does not parse/],
    ['label_values(rate(up[5m]), job)', /is no selector of series/],
    ['label_values(up, a-b)', /'a-b' is no name of a label/],
    ['label_values(up, ../../admin)', /is no name of a label/],
    ['label_values()', /asks for nothing/],
    ['', /asks for nothing/],
    ['label_values(up{, job)', /./],
  ])('tells why %s has no values, and reads the others', async (query, why) => {
    const { list, texts } = setUp(
      [variable('bad', query), variable('good', 'label_values(up, job)')],
      { answers: { values: () => ['a'] } },
    );
    const { items } = await list();
    expect(items[0].options).toEqual([]);
    expect(items[0].error).toMatch(why);
    expect(items[1].options).toEqual(optionsOf(['a']));
    expect(texts()).toEqual(['values job up']);
  });

  it('finds variables that depend on themselves, and reads the others', async () => {
    const { list, texts } = setUp([
      variable('a', 'label_values(up{b="$b"}, a)', { current: { value: 'x' } }),
      variable('b', 'label_values(up{a="$a"}, b)', { current: { value: 'y' } }),
      variable('c', 'label_values(up{a="$a"}, c)'),
    ]);
    const { items } = await list();
    expect(items[0].error).toBe(
      'Its choices depend on themselves, by way of $b, $a',
    );
    expect(items.map(({ value }) => value)).toEqual(['x', 'y', '']);
    expect(texts()).toEqual(['values c up{a="x"}']);
  });

  it.each([
    ['a query', '$metric', 'up or secrets', /would change the query/],
    ['a text', 'up{a="$metric"}', 'x"} or secrets{a="', undefined],
    [
      'a raw text',
      'up{a="${metric:raw}"}',
      'x"} or secrets{a="',
      /would change/,
    ],
  ])('does not let a value change %s', async (_, series, value, why) => {
    const { list, texts } = setUp([
      { name: 'metric', type: 'textbox', query: 'up' },
      variable('job', `label_values(${series}, job)`),
    ]);
    const { items } = await list({ metric: value });
    expect(items[0].error).toMatch(why ?? /would change the query/);
    expect(texts()).toEqual([]);
  });

  it('does not let a value that was found change the query either', async () => {
    const { list, texts } = setUp(
      [
        variable('job', 'label_values(up, job)'),
        variable('pod', 'label_values(up{job="${job:raw}"}, pod)'),
      ],
      { answers: { values: () => ['x"} or secret{y="'] } },
    );
    const { items } = await list();
    expect(items[1].error).toMatch(/would change the query/);
    expect(texts()).toEqual(['values job up']);
  });

  it('does not say what an unforeseen fault says', async () => {
    const { list } = setUp([variable('job', 'label_values(up, job)')], {
      answers: {
        values: () => {
          throw new Error('secret');
        },
      },
    });
    const { items } = await list();
    expect(items[0].error).toMatch(/the backend’s log says why/);
    expect(items[0].error).not.toContain('secret');
  });

  it('reads no more values than people look through, and says so', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `v${index}`);
    const { list } = setUp([variable('job', 'label_values(up, job)')], {
      answers: { values: () => many },
    });
    const { items } = await list();
    expect(items[0].options).toHaveLength(10_000);
    expect(items[0].error).toBe('Only the first 10,000 values were read');
  });

  it('says when a regular expression is not applied', async () => {
    const { list } = setUp(
      [variable('job', 'label_values(up, job)', { regex: '/^(?=(a+)+$)/' })],
      { answers: { values: () => ['a'] } },
    );
    const { items } = await list();
    expect(items[0].options).toEqual(optionsOf(['a']));
    expect(items[0].error).toMatch(/^Its regular expression is not applied/);
  });

  it('leaves variables alone whose values stand in the dashboard', async () => {
    const { list, asked } = setUp([
      { name: 'step', type: 'interval', query: '1m,5m' },
      { name: 'agg', type: 'custom', query: 'a,b' },
      { name: 'filters', type: 'adhoc' },
    ]);
    expect(await list()).toEqual({ items: [] });
    expect(asked).toEqual([]);
  });

  it('fills in lists that are made of other variables', async () => {
    const { list } = setUp([
      { name: 'env', type: 'custom', query: 'prod,stage' },
      { name: 'host', type: 'custom', query: '$env-1,$env-2' },
    ]);
    const { items } = await list({ env: 'stage', host: 'stage-2' });
    expect(items).toEqual([
      {
        name: 'host',
        options: optionsOf(['stage-1', 'stage-2']),
        value: 'stage-2',
      },
    ]);
  });

  it('tells which Prometheus is asked, whatever source is chosen', async () => {
    const { list } = setUp([
      {
        name: 'datasource',
        type: 'datasource',
        query: 'prometheus',
        current: { text: 'Other', value: 'other-uid' },
      },
    ]);
    const { items } = await list({ datasource: 'mine' });
    expect(items).toEqual([
      {
        name: 'datasource',
        options: [{ text: 'default', value: 'other-uid' }],
        value: 'other-uid',
      },
    ]);
  });

  describe('of ad hoc filters', () => {
    const FILTERS = { name: 'Filters', type: 'adhoc' };
    const scope = [{ label: 'owner', from: 'metadata.name' }] as never;

    it.each([
      [undefined, [], 'names {owner="media-db"}'],
      [
        undefined,
        ['job|=|a'],
        'names {owner="media-db", __name__=~".+", job="a"}',
      ],
      ['pod', [], 'values pod {owner="media-db"}'],
      [
        'pod',
        ['job|!~|a', 'pod|=|b'],
        'values pod {owner="media-db", __name__=~".+", job!~"a"}',
      ],
    ])('reads choices for the key %s with %j', async (key, filters, text) => {
      const { list, texts } = setUp([FILTERS], {
        scope,
        answers: { names: ['job', 'pod'], values: () => ['p'] },
      });
      const { items } = await list(
        { Filters: filters },
        { adhoc: { name: 'Filters', key } },
      );
      expect(texts()).toEqual([text]);
      expect(items).toEqual([
        {
          name: 'Filters',
          options: optionsOf(
            key
              ? ['p']
              : ['job', 'pod'].filter(one => !filters.join().includes(one)),
          ),
        },
      ]);
    });

    it.each([
      [{ name: 'Filters', key: '../secret' }, /no name of a label/],
      [{ name: 'other' }, /has no variable 'other'/],
    ])('refuses %j', async (adhoc, why) => {
      const { list, texts } = setUp([FILTERS], { scope });
      await expect(list({}, { adhoc })).rejects.toThrow(why);
      expect(texts()).toEqual([]);
    });
  });
});
