import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { enforceMatchers } from '@sightline/backstage-plugin-monitoring-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  httpDashboardUid,
  letOwnRequestsThrough,
  matrixOf,
  PROMETHEUS_URL,
  SentQuery,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
  vectorOf,
} from '../__testUtils__';
import adversarialQueries from './__fixtures__/adversarialQueries.json';

const upstreams = setupServer();
registerMswTestHooks(upstreams);

const RANGE = { from: 1_800_000_000_000, to: 1_800_003_600_000 };
const SCOPED = { scope: [{ label: 'team', from: 'spec.owner' }] };
const UID = httpDashboardUid('ingestor');

let sent: SentQuery[];
beforeEach(() => {
  letOwnRequestsThrough(upstreams);
  sent = servePrometheus(upstreams, ({ path, form }) =>
    path.endsWith('range') ? matrixOf([{ a: '1' }], form) : vectorOf(1),
  );
});

type Options = Partial<Parameters<typeof startMonitoringBackend>[0]>;

async function start(options: Options = {}) {
  const server = await startMonitoringBackend({
    entities: [component('ingestor'), component('gateway')],
    prometheus: SCOPED,
    ...options,
  });
  const post = (path: string, body: object, name = 'ingestor') =>
    request(server).post(entityUrl(name, path)).send(body);
  return {
    server,
    post,
    explore: (expression: unknown, more: object = {}, name?: string) =>
      post('/explore/query', { expression, range: RANGE, ...more }, name),
  };
}

let shared: ReturnType<typeof start> | undefined;
let half: ReturnType<typeof start> | undefined;

/** One for all tests that want nothing special of it: to start one takes long. */
function aBackend() {
  shared ??= start();
  return shared;
}

/** One whose callers see only one of its two entities. */
function withoutGateway() {
  half ??= start({ hidden: ['component:default/gateway'] });
  return half;
}

/** What screens asked for. */
const ranges = () =>
  sent
    .filter(({ path }) => path.endsWith('query_range'))
    .map(({ form }) => form.query);

it('T01 · answers people alone where it answers one, and nobody without a name', async () => {
  const { server } = await aBackend();
  for (const header of [
    mockCredentials.none.header(),
    mockCredentials.user.invalidHeader(),
    mockCredentials.service.invalidHeader(),
  ]) {
    for (const url of [
      '/api/monitoring/v1/slos',
      entityUrl('ingestor'),
      entityUrl('ingestor', '/dashboards'),
    ]) {
      const { status } = await request(server)
        .get(url)
        .set('Authorization', header);
      expect([header, url, status]).toEqual([header, url, 401]);
    }
  }
  // What a person decides is not decided by another plugin.
  const { status } = await request(server)
    .post('/api/monitoring/v1/provisioning/runs')
    .set('Authorization', mockCredentials.service.header());
  expect(status).toBe(403);
});

it('T02 · tells an entity that is hidden from one that is not there by nothing', async () => {
  const { server, post } = await withoutGateway();
  const answersOf = async (name: string) => {
    const answers = [
      await request(server).get(entityUrl(name)),
      await request(server).get(entityUrl(name, '/slos')),
      await request(server).get(entityUrl(name, `/dashboards/${UID}`)),
      await post(
        '/panels/query',
        { dashboard: UID, panels: [10], range: RANGE },
        name,
      ),
      await post('/explore/query', { expression: 'up', range: RANGE }, name),
    ];
    return answers.map(({ status, body, headers }) => ({
      status,
      body: JSON.stringify(body).replaceAll(name, ''),
      headers: Object.keys(headers).sort(),
    }));
  };
  const answers = await answersOf('gateway');
  expect(answers).toEqual(await answersOf('nobody'));
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
  expect(ranges()).toEqual([]);
});

it('T03 · asks within the scope of the entity of the address, whatever is asked about', async () => {
  const { explore } = await aBackend();
  const { status } = await explore(
    'secret{service="b"} or secret{team="team-b"}',
  );
  expect(status).toBe(200);
  expect(ranges()).toEqual([
    'secret{team="team-media", service="b"} or secret{team="team-media", team="team-b"}',
  ]);
});

it('T04 · gives an annotation no word in whose series are read', async () => {
  const annotations = {
    'monitoring/packs': 'http',
    'monitoring/selector': 'team=~".*", namespace="other"',
    'monitoring/scope': 'team="other"',
    'monitoring/tenant': 'other',
  };
  const { post } = await start({
    entities: [component('ingestor', { annotations })],
  });
  await post('/panels/query', { dashboard: UID, panels: [10], range: RANGE });
  expect(ranges()).toHaveLength(1);
  expect(ranges()[0]).toContain('team="team-media", team=~".*"');
});

it.each(['up # \r or secret', 'up#\r+secret', 'up\u0000', 'up\u0085or secret'])(
  'T05 · lets no control character hide a selector: %j',
  async expression => {
    const { explore, post } = await aBackend();
    const { status, body } = await explore(expression);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/control character/);
    const selector = await post('/explore/labels', {
      range: RANGE,
      selector: expression,
    });
    expect(selector.status).toBe(400);
    expect(ranges()).toEqual([]);
  },
);

describe('T06 · adversarial queries', () => {
  const scope = [
    { label: 'team', operator: '=' as const, value: 'team-media' },
  ];

  it.each(adversarialQueries.refused)('are refused: %j', async expression => {
    expect(() => enforceMatchers(expression, scope)).toThrow();
    const { explore } = await aBackend();
    expect((await explore(expression)).status).toBe(400);
    expect(ranges()).toEqual([]);
  });

  it.each(adversarialQueries.limited)(
    'are limited, in as many selectors as they have: %j',
    async ({ query, selectors }) => {
      const limited = enforceMatchers(query, scope);
      expect(limited.split('team="team-media"')).toHaveLength(selectors + 1);
      const { explore } = await aBackend();
      const { body } = await explore(query);
      // What means any series is refused besides, as too much.
      const isTooMuch = /could be any series|back/.test(body.error?.message);
      const asked = body.frame?.expression.split('team="team-media"').length;
      expect(isTooMuch ? selectors + 1 : asked).toBe(selectors + 1);
      // What was asked in other words before is not asked again.
      expect([[], [body.frame?.expression]]).toContainEqual(ranges());
    },
  );
});

it.each([
  ['no owner', undefined],
  ['an empty owner', ''],
  ['a list of owners', ['a', 'b']],
  ['a number', 7],
])('T07 · asks nothing for an entity with %s', async (_what, owner) => {
  const { explore, post } = await start({
    entities: [component('ingestor', { spec: { owner: owner as string } })],
  });
  const answers = [
    await explore('up'),
    await post('/panels/query', { dashboard: UID, panels: [10], range: RANGE }),
    await post('/explore/labels', { range: RANGE }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(answers[0].body.error.message).toContain('spec.owner');
  expect(ranges()).toEqual([]);
});

it.each(['foo|.*', 'foo"} or secret{x="', 'foo\\', '.*', '{}', 'a\nb', '$x'])(
  'T08 · takes %j of an entity as a text',
  async owner => {
    const { explore } = await start({
      entities: [component('ingestor', { spec: { owner } })],
    });
    expect((await explore('up')).status).toBe(200);
    expect(ranges()).toEqual([`up{team=${JSON.stringify(owner)}}`]);
  },
);

it('T10 · offers nothing that cannot be limited', async () => {
  const { server } = await aBackend();
  for (const path of [
    'metadata',
    'targets',
    'targets/metadata',
    'status/config',
    'status/flags',
    'status/tsdb',
    'rules',
    'alertmanagers',
    'federate',
    'query_exemplars',
    'series',
    'admin/tsdb/snapshot',
  ]) {
    for (const prefix of ['/v1', '/v1/explore', '/v1/prometheus/default']) {
      for (const method of ['get', 'post'] as const) {
        const { status } = await request(server)[method](
          `/api/monitoring${prefix}/${path}`,
        );
        expect([prefix, path, status]).toEqual([prefix, path, 404]);
      }
    }
  }
  const exemplars = await request(server)
    .post(entityUrl('ingestor', '/panels/exemplars'))
    .send({ dashboard: UID, range: RANGE });
  expect(exemplars.status).toBe(400);
});

it('T11 · passes no parameter on that would widen what is read', async () => {
  const { explore, post } = await aBackend();
  for (const name of [
    'extra_label',
    'extra_filters[]',
    'dedup',
    'storeMatch[]',
    'partial_response',
    'max_source_resolution',
    'engine',
    'nocache',
    'trace',
    'lookback_delta',
    'stats',
    'timeout',
    'match[]',
    'tenant',
  ]) {
    const answers = [
      await explore('up', { [name]: '1h' }),
      await post('/panels/query', {
        dashboard: UID,
        panels: [10],
        range: RANGE,
        [name]: '1h',
      }),
      await post('/explore/labels', { range: RANGE, [name]: '1h' }),
    ];
    expect([name, answers.map(({ status }) => status)]).toEqual([
      name,
      [400, 400, 400],
    ]);
  }
  expect(ranges()).toEqual([]);
});

it('T12 · takes one text where one is meant, from the body alone', async () => {
  const { explore, server } = await aBackend();
  for (const expression of [['up'], { toString: 'up' }, 7, null, [['up']]]) {
    expect((await explore(expression)).status).toBe(400);
  }
  const url = entityUrl('ingestor', '/explore/query');
  const send = (path: string, body: string, type = 'application/json') =>
    request(server).post(path).set('Content-Type', type).send(body);
  const good = JSON.stringify({ expression: 'mine', range: RANGE });
  expect(
    (
      await send(
        url,
        'expression=up&expression=secret',
        'application/x-www-form-urlencoded',
      )
    ).status,
  ).toBeGreaterThanOrEqual(400);
  await send(`${url}?expression=secret&expression[]=secret`, good);
  const twice = await send(url, good.replace('{', '{"expression":"secret",'));
  expect(twice.status).toBe(200);
  const got = await request(server)
    .get(url)
    .set('Content-Type', 'application/json')
    .send(good);
  expect(got.status).toBe(404);
  expect(new Set(ranges())).toEqual(new Set(['mine{team="team-media"}']));
});

it('T14 · shares no flight between two scopes, and one within a scope', async () => {
  const { explore } = await start({
    entities: ['a', 'b'].map(name =>
      component(name, { spec: { owner: `team-${name}` } }),
    ),
  });
  const answers = await Promise.all(
    ['a', 'b', 'a', 'b'].map(name => explore('up', {}, name)),
  );
  expect(answers.map(({ body }) => body.frame.expression)).toEqual(
    ['a', 'b', 'a', 'b'].map(name => `up{team="team-${name}"}`),
  );
  expect(ranges().sort()).toEqual(['up{team="team-a"}', 'up{team="team-b"}']);
});

it('T16 · answers of many for those alone that the caller sees', async () => {
  const told = async ({ server }: Awaited<ReturnType<typeof start>>) => {
    const { body } = await request(server).get(
      `/api/monitoring/v1/slos/trends?${['ingestor', 'gateway', 'nobody']
        .map(name => `slo=component%3Adefault%2F${name}%7Cavailability`)
        .join('&')}`,
    );
    const slos = await request(server).get('/api/monitoring/v1/slos');
    return [body, slos.body].map(({ items }) =>
      items.map((item: { entityRef: string }) => item.entityRef).sort(),
    );
  };
  const both = ['component:default/gateway', 'component:default/ingestor'];
  expect(await told(await aBackend())).toEqual([both, both]);
  const one = ['component:default/ingestor'];
  expect(await told(await withoutGateway())).toEqual([one, one]);
});

it('T17 · believes no label of an answer', async () => {
  upstreams.use(
    http.post(`${PROMETHEUS_URL}/api/v1/query_range`, async ({ request: r }) =>
      HttpResponse.json(
        matrixOf(
          [{ team: 'team-b', service: 'gateway' }],
          Object.fromEntries(new URLSearchParams(await r.text())),
        ),
      ),
    ),
  );
  const { explore } = await aBackend();
  const { body } = await explore('label_replace(up, "team", "team-b", "", "")');
  expect(body.frame.expression).toBe(
    'label_replace(up{team="team-media"}, "team", "team-b", "", "")',
  );
  expect(body.frame.series[0].labels).toEqual({
    team: 'team-b',
    service: 'gateway',
  });
  // Nobody is given what that label names.
  expect((await explore('up', {}, 'nobody')).status).toBe(404);
});

it.each(['info(up)', 'info(up, {a="b"})', 'sum(info(up))', 'Info(up)'])(
  'T18 · refuses what reads series that no selector names: %s',
  async expression => {
    serveGrafana(upstreams, {
      [UID]: {
        uid: UID,
        title: 'Edited',
        panels: [
          {
            id: 1,
            type: 'timeseries',
            targets: [{ refId: 'A', expr: expression }],
          },
        ],
      },
    });
    const { explore, post } = await start({ grafana: true });
    const { status } = await explore(expression);
    expect(status).toBe(400);
    const { text } = await post('/panels/query', {
      dashboard: UID,
      panels: [1],
      range: RANGE,
    });
    expect(JSON.parse(text).error).toMatch(/not allowed|not parse/);
    expect(ranges()).toEqual([]);
  },
);
