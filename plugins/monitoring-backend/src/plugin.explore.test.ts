import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ExploreQueryRequest } from '@sightline/backstage-plugin-monitoring-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  letOwnRequestsThrough,
  matrixOf,
  PROMETHEUS_URL,
  SentQuery,
  servePrometheus,
  startMonitoringBackend,
  vectorOf,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

const FROM = 1_800_000_000_000;
const TO = FROM + 3_600_000;
const RANGE = { from: FROM, to: TO };
const SCOPE = [{ label: 'team', from: 'spec.owner' }];
/** Within an expression: offset and length. */
const SOMEWHERE = [expect.any(Number), expect.any(Number)];
const SCOPED = { scope: SCOPE };

type Options = Partial<Parameters<typeof startMonitoringBackend>[0]>;

async function startExplore(options: Options = {}) {
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    prometheus: SCOPED,
    ...options,
  });
  const post = (path: string, body: object, name = 'ingestor') =>
    request(server)
      .post(entityUrl(name, `/explore/${path}`))
      .send(body);
  return {
    server,
    post,
    query: (changes: Partial<ExploreQueryRequest> & Record<string, unknown>) =>
      post('query', { expression: 'up', range: RANGE, ...changes }),
  };
}

let shared: ReturnType<typeof startExplore> | undefined;

/** One backend for all tests that want nothing special of it: to start one takes long. */
function aBackend() {
  shared ??= startExplore();
  return shared;
}

/** Those that a person asked for: the pollers ask for the SLOs of the entity. */
function typed(queries: SentQuery[], part: string): SentQuery[] {
  return queries.filter(({ form }) => form.query?.includes(part));
}

it('answers a typed expression with a frame, every selector within the scope', async () => {
  const queries = servePrometheus(upstreams, ({ path, form }) =>
    path.endsWith('range') ? matrixOf([{ a: '1' }], form) : vectorOf(1),
  );
  const { query } = await aBackend();
  const { status, body } = await query({
    expression:
      'sum(rate(mine[5m])) / topk(scalar(max(other{x="1"})), mine offset 1h) # or secret',
    maxDataPoints: 60,
  });
  expect(status).toBe(200);
  expectToMatchSpec('ExploreQueryResponse', body);
  const sent =
    'sum(rate(mine{team="team-media"}[5m])) / topk(scalar(max(other{team="team-media", x="1"})), mine{team="team-media"} offset 1h)';
  expect(body.frame).toMatchObject({
    refId: 'A',
    expression: sent,
    resultType: 'matrix',
    stepSeconds: 60,
  });
  expect(body.frame.times).toHaveLength(61);
  expect(body.frame.series).toEqual([
    { labels: { a: '1' }, values: Array(61).fill(1) },
  ]);
  expect(typed(queries, 'mine').map(({ form }) => form)).toEqual([
    {
      query: sent,
      start: String(FROM / 1_000),
      end: String(TO / 1_000),
      step: '60',
      limit: '2001',
    },
  ]);
});

it('answers for one moment, and shares answers with all who ask the same', async () => {
  const queries = servePrometheus(upstreams);
  const { query } = await aBackend();
  const answers = await Promise.all([
    query({ expression: 'moment', instant: true }),
    query({ expression: 'moment', instant: true }),
  ]);
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expectToMatchSpec('ExploreQueryResponse', body);
    expect(body.frame).toMatchObject({ resultType: 'vector', times: [TO] });
  }
  expect(typed(queries, 'moment')).toHaveLength(1);
});

describe('what is refused, with nothing sent', () => {
  it.each([
    // What is sent, the place that is told, and why.
    ['up # \r or secret', [5, 1], /control character/],
    ['rate(up[365d])', [8, 4], /^This reaches 365 days back/],
    ['up[1y:1s]', [3, 2], /^This reaches 365 days back/],
    ['max_over_time(up[1d:1s])', [14, 9], /evaluated 86,400 times/],
    ['up offset 10y', [10, 3], /days back/],
    ['up @ 0', [5, 1], /days back/],
    [
      'count by (__name__) ({__name__=~".+"})',
      [21, 16],
      /^This could be any series. Name a metric, or fix a label other than team/,
    ],
    ['{x!=""}', [0, 7], /^This could be any series/],
    ['{team="team-media"}', [0, 19], /^This could be any series/],
    ['info(up)', [0, 4], /^The function info is not allowed/],
    ['up{a=~"(?<=x)"}', [6, 8], /look-around/],
    [`up{a=~"${'a|'.repeat(600)}a"}`, [6, 1203], /longer than 1000/],
    [`up # ${'x'.repeat(16_400)}`, [0, 16_405], /longer than 16 KiB/],
    [Array(1_200).fill('up').join('+'), SOMEWHERE, /too deeply|not parse/],
    ['('.repeat(5_000), SOMEWHERE, /too deeply|not parse|too early/],
    ['sum(up', [5, 1], /ends too early|does not parse/],
    ['', [0, 1], /empty/],
  ])('expression %#', async (expression, place, message) => {
    const queries = servePrometheus(upstreams);
    const { query } = await aBackend();
    const before = queries.length;
    const { status, body } = await query({ expression });
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toMatch(message);
    const { offset, length, line } = body.error.position;
    expect([offset, length]).toEqual(place);
    expect(line).toBe(1);
    expect(JSON.stringify(body)).not.toContain('stack');
    expect(queries.slice(before).map(({ path }) => path)).not.toContain(
      '/api/v1/query_range',
    );
  });

  it.each([
    [{ step: 1, range: { from: TO - 30 * 86_400_000, to: TO } }, /take 236 s/],
    [{ range: { from: TO, to: FROM } }, /range.from must lie before/],
    [{ range: { from: 0, to: TO } }, /at most 400 days/],
    [{ step: 0 }, /step/],
    [{ step: -1 }, /step/],
    [{ range: { from: -1, to: TO } }, /from/],
    [{ expression: ['up'] }, /expression/],
    [{ expression: { toString: 'up' } }, /expression/],
    [{ lookback_delta: '1y' }, /additional properties/],
    [{ 'extra_filters[]': '{}' }, /additional properties/],
    [{ url: 'http://evil' }, /additional properties/],
  ])('%j', async (changes, message) => {
    const queries = servePrometheus(upstreams);
    const { query } = await aBackend();
    const { status, body } = await query(changes as Record<string, unknown>);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
    expect(typed(queries, 'up')).toEqual([]);
  });
});

it('T19 · tells what Prometheus refuses, without addresses and without a place that nobody typed', async () => {
  servePrometheus(upstreams, ({ path }) =>
    path.endsWith('query_range')
      ? Response.json(
          {
            status: 'error',
            errorType: 'bad_data',
            error:
              'invalid parameter "query": 1:6: parse error: expected type range vector at http://10.0.0.7:9090/x',
          },
          { status: 400 },
        )
      : vectorOf(1),
  );
  const { query } = await aBackend();
  const { status, body } = await query({ expression: 'rate(up)' });
  expect(status).toBe(400);
  expect(body.error.message).toBe(
    "Prometheus 'default' cannot read the query: parse error: expected type range vector at (address)",
  );
  expect(body.error.position).toBeUndefined();
});

it('says that Prometheus does not answer', async () => {
  servePrometheus(upstreams, () => Response.error());
  const { query } = await aBackend();
  const { status, body } = await query({});
  expect(status).toBe(503);
  expect(body.error.message).toMatch(/^Prometheus 'default' does not answer/);
});

describe('who may ask', () => {
  const PATHS = ['query', 'metrics', 'labels', 'values'];

  it('takes its own permission on the entity', async () => {
    const queries = servePrometheus(upstreams);
    const { query, post, server } = await startExplore({
      denied: ['monitoring.explore'],
    });
    for (const { status, body } of [
      await query({}),
      await post('metrics', { range: RANGE }),
      await post('labels', { range: RANGE }),
      await post('values', { range: RANGE, label: 'job' }),
      await request(server).get(entityUrl('ingestor', '/explore')),
    ]) {
      expect(status).toBe(403);
      expect(body.error.message).toContain('monitoring.explore');
    }
    expect(typed(queries, 'up')).toEqual([]);
  });

  it('does not take the permission to see dashboards’ metrics, which is a narrower one', async () => {
    servePrometheus(upstreams);
    const { query } = await startExplore({
      denied: ['monitoring.metrics.read'],
    });
    expect((await query({})).status).toBe(200);
  });

  it.each(PATHS)(
    'answers of an entity that is not there as every other operation: %s',
    async path => {
      servePrometheus(upstreams);
      const { post, server } = await aBackend();
      const { status, body } = await post(
        path,
        { range: RANGE, ...(path === 'query' && { expression: 'up' }) },
        'nobody',
      );
      const other = await request(server)
        .post(entityUrl('nobody', '/panels/query'))
        .send({ dashboard: 'a', panels: [1], range: RANGE });
      expect(status).toBe(404);
      expect(body.error).toEqual(other.body.error);
    },
  );

  it('refuses an entity that lacks what the scope is made of', async () => {
    servePrometheus(upstreams);
    const { query } = await startExplore({
      entities: [component('ingestor', { spec: { owner: undefined } })],
    });
    const { status, body } = await query({});
    expect(status).toBe(403);
    expect(body.error.message).toContain('spec.owner');
  });

  it('refuses a Prometheus that nothing limits, unless the operator allows it', async () => {
    const queries = servePrometheus(upstreams);
    const { query, server } = await startExplore({ prometheus: {} });
    const { status, body } = await query({});
    expect(status).toBe(403);
    expect(body.error.message).toMatch(
      /^Prometheus 'default' has no scope: .* monitoring.explore.allowUnscoped$/,
    );
    expect(
      (await request(server).get(entityUrl('ingestor', '/explore'))).status,
    ).toBe(403);
    expect(typed(queries, 'up')).toEqual([]);

    const allowed = await startExplore({
      prometheus: {},
      explore: { allowUnscoped: true },
    });
    const answer = await allowed.query({});
    expect(answer.status).toBe(200);
    expect(answer.body.frame.expression).toBe('up');
    const free = await allowed.query({ expression: '{__name__=~".+"}' });
    expect(free.status).toBe(400);
  });
});

it('says what there is to begin with', async () => {
  servePrometheus(upstreams);
  const { server } = await aBackend();
  const { body } = await request(server).get(entityUrl('ingestor', '/explore'));
  expectToMatchSpec('ExploreResponse', body);
  expect(body).toEqual({
    prometheus: 'default',
    scope: 'team="team-media"',
    selector: '{team="team-media", service="ingestor"}',
  });
});

describe('metadata', () => {
  /** What was asked of labels and metadata, as it came. */
  function serveMetadata(): URL[] {
    const asked: URL[] = [];
    servePrometheus(upstreams);
    upstreams.use(
      http.get(`${PROMETHEUS_URL}/api/v1/metadata`, ({ request: { url } }) => {
        asked.push(new URL(url));
        return HttpResponse.json({
          status: 'success',
          data: {
            mine_total: [{ type: 'counter', help: 'Mine.', unit: '' }],
            wait_seconds: [{ type: 'histogram', help: 'Waits.', unit: '' }],
            secret_of_others: [{ type: 'gauge', help: 'Hidden.', unit: '' }],
          },
        });
      }),
      http.get(
        `${PROMETHEUS_URL}/api/v1/label/:label/values`,
        ({ request: { url }, params }) => {
          asked.push(new URL(url));
          return HttpResponse.json({
            status: 'success',
            data:
              params.label === '__name__'
                ? ['mine_total', 'unknown', 'wait_seconds_bucket']
                : ['a', 'b'],
          });
        },
      ),
      http.post(
        `${PROMETHEUS_URL}/api/v1/labels`,
        async ({ request: sent }) => {
          const form = await sent.text();
          asked.push(new URL(`${sent.url}?${form}`));
          return HttpResponse.json({ status: 'success', data: ['job', 'x'] });
        },
      ),
    );
    return asked;
  }

  const matches = (asked: URL[]) =>
    asked.map(({ pathname, searchParams }) => [
      pathname.replace('/api/v1', ''),
      searchParams.getAll('match[]'),
    ]);

  it('names the metrics of the scope, with types of these alone', async () => {
    const asked = serveMetadata();
    const { post } = await aBackend();
    const { body } = await post('metrics', { range: RANGE });
    expectToMatchSpec('ExploreMetricsResponse', body);
    expect(body).toEqual({
      items: [
        { name: 'mine_total', type: 'counter', help: 'Mine.' },
        { name: 'unknown' },
        { name: 'wait_seconds_bucket', type: 'histogram', help: 'Waits.' },
      ],
      isCut: false,
    });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(matches(asked)).toEqual(
      expect.arrayContaining([
        ['/label/__name__/values', ['{team="team-media"}']],
        ['/metadata', []],
      ]),
    );
    await post('metrics', { range: { from: FROM, to: TO + 600_000 } });
    expect(
      asked.filter(({ pathname }) => pathname.endsWith('/metadata')),
    ).toHaveLength(1);
  });

  it('names metrics without types when Prometheus does not tell them', async () => {
    serveMetadata();
    upstreams.use(
      http.get(
        `${PROMETHEUS_URL}/api/v1/metadata`,
        () => new HttpResponse('404 page not found', { status: 404 }),
      ),
    );
    // Another one knows the types already.
    const { post } = await startExplore();
    const { status, body } = await post('metrics', { range: RANGE });
    expect(status).toBe(200);
    expect(body.items[0]).toEqual({ name: 'mine_total' });
  });

  it('T09 · names labels and values within the scope, with a selector or without', async () => {
    const asked = serveMetadata();
    const { post } = await aBackend();
    const selector = 'up{job="api", team="other"}';
    const answers = [
      await post('labels', { range: RANGE }),
      await post('labels', { range: RANGE, selector }),
      await post('values', { range: RANGE, label: 'job' }),
      await post('values', { range: RANGE, label: 'job', selector }),
    ];
    answers.forEach(({ body }) =>
      expectToMatchSpec('ExploreTextsResponse', body),
    );
    expect(answers.map(({ body }) => body.items)).toEqual([
      ['job', 'x'],
      ['job', 'x'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    const all = ['{team="team-media"}'];
    const some = ['up{team="team-media", job="api", team="other"}'];
    expect(matches(asked)).toEqual([
      ['/labels', all],
      ['/labels', some],
      ['/label/job/values', all],
      ['/label/job/values', some],
    ]);
  });

  it('looks no further back than a day', async () => {
    const asked = serveMetadata();
    const { post } = await aBackend();
    await post('labels', { range: { from: TO - 300 * 86_400_000, to: TO } });
    const { searchParams } = asked[0];
    expect(
      Number(searchParams.get('end')) - Number(searchParams.get('start')),
    ).toBe(86_400);
  });

  it.each([
    ['values', { label: '../../admin' }, /no name of a label/],
    ['values', { label: 'a"}' }, /no name of a label/],
    ['values', {}, /no name of a label/],
    ['labels', { selector: 'up or secret' }, /no selector/],
    ['labels', { selector: 'up[5m]' }, /no selector/],
    ['labels', { selector: 'up # \r secret' }, /control character/],
    ['labels', { selector: 'up{' }, /does not parse|ends too early/],
    ['metrics', { selector: 'up' }, /'selector' is not for metrics/],
    ['metrics', { 'match[]': '{}' }, /additional properties/],
    ['labels', { range: { from: TO, to: FROM } }, /must lie before/],
  ])('refuses %s of %j', async (path, changes, message) => {
    const asked = serveMetadata();
    const { post } = await aBackend();
    const { status, body } = await post(path, { range: RANGE, ...changes });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
    expect(asked).toEqual([]);
  });
});
