import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import {
  dashboardPanels,
  PanelQueryRequest,
  PanelQueryResult,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  httpDashboardUid,
  letOwnRequestsThrough,
  matrixOf,
  rangeQueries,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
  vectorOf,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

type Backend = Awaited<ReturnType<typeof startMonitoringBackend>>;

const FROM = 1_800_000_000_000;
const TO = FROM + 3_600_000;
const UID = httpDashboardUid('ingestor');

/** A dashboard as a person might have edited it, one time series per expression. */
function edited(expressions: string[], rest: object = {}): object {
  return {
    uid: UID,
    title: 'Edited',
    panels: expressions.map((expr, index) => ({
      id: index + 1,
      type: 'timeseries',
      title: `Panel ${index + 1}`,
      gridPos: { x: 0, y: index * 8, w: 12, h: 8 },
      targets: [{ refId: 'A', expr, legendFormat: '{{a}}' }],
    })),
    ...rest,
  };
}

async function queryPanels(
  server: Backend,
  body: Partial<PanelQueryRequest>,
): Promise<PanelQueryResult[]> {
  const response = await request(server)
    .post(entityUrl('ingestor', '/panels/query'))
    .send({
      dashboard: UID,
      panels: [1],
      range: { from: FROM, to: TO },
      ...body,
    });
  expect(response.status).toBe(200);
  expect(response.headers['content-type']).toMatch('application/x-ndjson');
  const results = response.text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  results.forEach(result => expectToMatchSpec('PanelQueryResult', result));
  return results;
}

it('answers every panel of the pack’s dashboard', async () => {
  servePrometheus(upstreams);
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
  });
  const { body: dashboard } = await request(server).get(
    entityUrl('ingestor', `/dashboards/${UID}`),
  );
  const panels = dashboardPanels(parseDashboard(dashboard.dashboard)).map(
    ({ id }) => id,
  );
  const results = await queryPanels(server, { panels });
  expect(results.map(({ panelId }) => panelId).sort()).toEqual(
    [...panels].sort(),
  );
  for (const result of results) {
    expect(result.error).toBeUndefined();
    expect(result.frames[0].series.length).toBeGreaterThan(0);
    expect(result.frames[0].expression).toContain('service="ingestor"');
  }
});

it('puts series on the grid that was asked for, in milliseconds', async () => {
  servePrometheus(upstreams, ({ form }) =>
    matrixOf([{ a: '1' }, { a: '2' }], form),
  );
  serveGrafana(upstreams, { [UID]: edited(['rate(up[$__rate_interval])']) });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
  });
  const [result] = await queryPanels(server, { maxDataPoints: 60 });
  expect(result).toMatchObject({
    panelId: 1,
    step: 60,
    frames: [
      { refId: 'A', expression: 'rate(up[1m15s])', legendFormat: '{{a}}' },
    ],
  });
  const [frame] = result.frames;
  expect(frame.times).toHaveLength(61);
  expect(frame.times[0]).toBe(FROM);
  expect(frame.times[60]).toBe(TO);
  expect(frame.series.map(({ labels }) => labels)).toEqual([
    { a: '1' },
    { a: '2' },
  ]);
  expect(frame.series[0].values).toEqual(Array(61).fill(1));
});

it('sends each panel as it finishes, while slower ones still run', async () => {
  let finishSlow = () => {};
  const slow = new Promise<void>(resolve => {
    finishSlow = resolve;
  });
  servePrometheus(upstreams, async ({ form }) => {
    if (form.query?.startsWith('slow')) {
      await slow;
    }
    return form.step ? matrixOf([{}], form) : vectorOf(1);
  });
  serveGrafana(upstreams, { [UID]: edited(['slow', 'fast']) });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
  });
  const response = await fetch(
    `http://localhost:${server.port()}${entityUrl(
      'ingestor',
      '/panels/query',
    )}`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.user.header(),
      },
      body: JSON.stringify({
        dashboard: UID,
        panels: [1, 2],
        range: { from: FROM, to: TO },
      }),
    },
  );
  const order: number[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    for (const line of decoder.decode(chunk).trim().split('\n')) {
      order.push(JSON.parse(line).panelId);
    }
    finishSlow();
  }
  expect(order).toEqual([2, 1]);
});

it('tells of one failing query on its panel alone', async () => {
  servePrometheus(upstreams, ({ form }) =>
    form.query === 'broken'
      ? Response.json(
          {
            status: 'error',
            errorType: 'execution',
            error: 'found duplicate series',
          },
          { status: 422 },
        )
      : matrixOf([{}], form),
  );
  serveGrafana(upstreams, { [UID]: edited(['broken', 'up', 'up{']) });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
  });
  const results = await queryPanels(server, { panels: [1, 2, 3, 99] });
  const byId = new Map(results.map(result => [result.panelId, result]));
  expect(byId.get(1)).toMatchObject({
    frames: [],
    error:
      "A: Prometheus 'default' cannot run the query: found duplicate series",
  });
  expect(byId.get(2)?.error).toBeUndefined();
  expect(byId.get(3)?.error).toMatch(/^A: The expression/);
  expect(byId.get(99)?.error).toBe('The dashboard has no panel 99 (any more)');
});

it('tells on every panel that Prometheus does not answer', async () => {
  servePrometheus(upstreams, () => Response.error());
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
  });
  const results = await queryPanels(server, { panels: [1, 10] });
  expect(results.map(({ error }) => error)).toEqual(
    Array(2).fill(
      "Prometheus 'default' does not answer: the connection failed",
    ),
  );
});

it('shows no more series than configured, and says so', async () => {
  const queries = servePrometheus(upstreams, ({ form }) =>
    matrixOf([{ a: '1' }, { a: '2' }, { a: '3' }], form),
  );
  serveGrafana(upstreams, { [UID]: edited(['up']) });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
    prometheus: { limits: { maxSeries: 2 } },
  });
  const [result] = await queryPanels(server, {});
  expect(result.frames[0].series).toHaveLength(2);
  expect(result.warnings).toEqual(['A: only the first 2 series are shown']);
  expect(rangeQueries(queries)[0].form.limit).toBe('3');
});

it('asks Prometheus once for all who look at the same panel', async () => {
  const queries = servePrometheus(upstreams);
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
  });
  const all = await Promise.all(
    Array.from({ length: 10 }, () => queryPanels(server, { panels: [10] })),
  );
  const answers = all.map(([{ frames }]) =>
    JSON.stringify(frames.map(({ series }) => series)),
  );
  expect(new Set(answers).size).toBe(1);
  expect(rangeQueries(queries)).toHaveLength(1);
});

it('asks for no more points than Prometheus answers', async () => {
  const queries = servePrometheus(upstreams);
  serveGrafana(upstreams, {
    [UID]: edited([], {
      panels: [
        {
          id: 1,
          type: 'timeseries',
          maxDataPoints: 1_000_000,
          targets: [{ refId: 'A', expr: 'up', interval: '1s' }],
        },
      ],
    }),
  });
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: true,
  });
  await queryPanels(server, { range: { from: TO - 31 * 86_400_000, to: TO } });
  const [{ form }] = rangeQueries(queries);
  expect(
    (Number(form.end) - Number(form.start)) / Number(form.step),
  ).toBeLessThanOrEqual(11_000);
});

describe('the operator’s scope', () => {
  const scope = {
    scope: [
      { label: 'namespace', from: 'metadata.namespace' },
      { label: 'team', from: 'spec.owner' },
    ],
  };

  it.each([
    ['up', 'up{namespace="default", team="team-media"}'],
    [
      'sum by (a) (rate(up{team="other"}[5m])) / on() group_left() vector(1)',
      'sum by (a) (rate(up{namespace="default", team="team-media", team="other"}[5m])) / on() group_left() vector(1)',
    ],
    [
      'topk(scalar(secret), up) or max_over_time(other[5m:1m])',
      'topk(scalar(secret{namespace="default", team="team-media"}), up{namespace="default", team="team-media"}) or max_over_time(other{namespace="default", team="team-media"}[5m:1m])',
    ],
  ])('holds for what a person wrote in Grafana: %s', async (expr, sent) => {
    const queries = servePrometheus(upstreams);
    serveGrafana(upstreams, { [UID]: edited([expr]) });
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      grafana: true,
      prometheus: scope,
    });
    await queryPanels(server, {});
    expect(rangeQueries(queries).map(({ form }) => form.query)).toEqual([sent]);
  });

  it.each([
    ['functions off the list', 'info(up)', /info is not allowed/],
    ['what is no PromQL', 'label_values(up, a)', /does not parse/],
    ['hidden text', 'up # \r or secret', /control character/],
    ['huge text', `up${' '.repeat(17_000)}`, /longer than 16 KiB/],
    ['half an expression', 'up{', /ends too early/],
  ])('refuses %s', async (_what, expr, reason) => {
    const queries = servePrometheus(upstreams);
    serveGrafana(upstreams, { [UID]: edited([expr]) });
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      grafana: true,
      prometheus: scope,
    });
    const [result] = await queryPanels(server, {});
    expect(result.error).toMatch(reason);
    expect(rangeQueries(queries)).toEqual([]);
  });

  it('is not widened by an annotation', async () => {
    const queries = servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [
        component('ingestor', {
          annotations: {
            'monitoring/packs': 'http',
            'monitoring/selector': 'namespace="other"',
          },
        }),
      ],
      prometheus: scope,
    });
    await queryPanels(server, { panels: [10] });
    const [{ form }] = rangeQueries(queries);
    expect(form.query).toContain(
      'namespace="default", team="team-media", namespace="other"',
    );
  });

  it('refuses an entity that lacks what it is made of', async () => {
    const queries = servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [component('ingestor', { spec: { owner: undefined } })],
      prometheus: scope,
    });
    const response = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send({ dashboard: UID, panels: [1], range: { from: FROM, to: TO } });
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('spec.owner');
    expect(rangeQueries(queries)).toEqual([]);
  });
});

describe('variables', () => {
  const templating = {
    list: [
      { name: 'service', type: 'query', query: 'label_values(up, service)' },
      { name: 'job', type: 'query', query: 'label_values(up, job)' },
      {
        name: 'agg',
        type: 'custom',
        query: 'sum,avg',
        current: { value: 'sum' },
      },
    ],
  };

  async function backend(expr: string) {
    const queries = servePrometheus(upstreams);
    serveGrafana(upstreams, { [UID]: edited([expr], { templating }) });
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      grafana: true,
    });
    return {
      server,
      sent: () => rangeQueries(queries).map(({ form }) => form.query),
    };
  }

  it('are filled in', async () => {
    const { server, sent } = await backend(
      '$agg by (x) (up{service="$service", job="$job"})',
    );
    await queryPanels(server, { variables: { job: 'a b', agg: 'avg' } });
    expect(sent()).toEqual(['avg by (x) (up{service="ingestor", job="a b"})']);
  });

  it('cannot name another entity’s service', async () => {
    const { server, sent } = await backend('up{service="$service"}');
    await queryPanels(server, { variables: { service: 'gateway' } });
    expect(sent()).toEqual(['up{service="ingestor"}']);
  });

  it('T08 · cannot become a query', async () => {
    const { server, sent } = await backend('up{job="$job"}');
    const [result] = await queryPanels(server, {
      variables: { job: '"}) or secret{x="' },
    });
    expect(result.error).toBe(
      'A: a value of $job would change the query instead of filling it in',
    );
    expect(sent()).toEqual([]);
  });

  it('take only what their list has', async () => {
    const { server, sent } = await backend('$agg(up)');
    const response = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send({
        dashboard: UID,
        panels: [1],
        variables: { agg: 'count' },
        range: { from: FROM, to: TO },
      });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('variables.agg');
    expect(sent()).toEqual([]);
  });

  it('leave the prototype of objects alone', async () => {
    const { server } = await backend('up{job="$job"}');
    await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .set('Content-Type', 'application/json')
      .send(
        `{"dashboard":"${UID}","panels":[1],"range":{"from":${FROM},"to":${TO}},"variables":{"__proto__":"x","constructor":"y"}}`,
      );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

it('sends upstream nothing of the caller', async () => {
  const queries = servePrometheus(upstreams);
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    prometheus: {
      tenant: 'media',
      auth: { method: 'bearer', token: 'prometheus-secret' },
    },
  });
  const response = await request(server)
    .post(entityUrl('ingestor', '/panels/query'))
    .set({
      Cookie: 'a=b',
      'X-Scope-OrgID': 'other',
      'X-DS-Authorization': 'Bearer other',
      'X-Forwarded-For': '10.0.0.1',
    })
    .send({ dashboard: UID, panels: [10], range: { from: FROM, to: TO } });
  expect(response.status).toBe(200);
  expect(response.text).not.toMatch(/secret|prometheus\.test/);
  const [{ headers }] = rangeQueries(queries);
  expect(headers).toMatchObject({
    'x-scope-orgid': 'media',
    authorization: 'Bearer prometheus-secret',
  });
  expect(Object.keys(headers)).toEqual(
    expect.not.arrayContaining([
      'cookie',
      'x-ds-authorization',
      'x-forwarded-for',
    ]),
  );
});

it('takes nothing of the upstream’s headers', async () => {
  servePrometheus(upstreams, ({ form }) =>
    Response.json(form.step ? matrixOf([{}], form) : vectorOf(1), {
      headers: {
        'X-Powered-By': 'upstream',
        'Access-Control-Allow-Origin': '*',
        Server: 'upstream',
      },
    }),
  );
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
  });
  const response = await request(server)
    .post(entityUrl('ingestor', '/panels/query'))
    .send({ dashboard: UID, panels: [10], range: { from: FROM, to: TO } });
  expect(Object.values(response.headers)).not.toContain('upstream');
  expect(response.headers['access-control-allow-origin']).not.toBe('*');
});

describe('what stands between panels and Prometheus', () => {
  const SCOPE = { scope: [{ label: 'team', from: 'spec.team' }] };
  const team = [component('ingestor', { spec: { team: 'media' } })];
  const panel = (id: number, targets: object[], rest: object = {}) => ({
    id,
    type: 'timeseries',
    title: `Panel ${id}`,
    targets,
    ...rest,
  });
  const expr = { type: '__expr__', uid: '__expr__' };

  async function aBackend(panels: object[], variables: object[] = []) {
    const queries = servePrometheus(upstreams);
    serveGrafana(upstreams, {
      [UID]: edited([], { panels, templating: { list: variables } }),
    });
    const server = await startMonitoringBackend({
      entities: team,
      prometheus: SCOPE,
      grafana: true,
    });
    return { server, sent: () => rangeQueries(queries) };
  }

  it('gives each copy of a repeat its own values, with the checks of a choice', async () => {
    const { server, sent } = await aBackend(
      [panel(1, [{ refId: 'A', expr: 'up{zone="$zone",kind="$kind"}' }])],
      [
        { name: 'zone', type: 'textbox', query: 'a' },
        { name: 'kind', type: 'custom', query: 'x,y' },
      ],
    );
    const results = await queryPanels(server, {
      panels: [
        { id: 1, key: '1-b', variables: { zone: 'b' } },
        { id: 1, key: '1-c', variables: { zone: '"} or up{zone="c' } },
        { id: 9, key: '9', variables: {} },
      ],
      variables: { zone: 'all', kind: 'y' },
    });
    const byKey = Object.fromEntries(results.map(one => [one.key, one]));
    expect(byKey['1-b'].frames[0].expression).toBe(
      'up{team="media", zone="b",kind="y"}',
    );
    expect(byKey['1-b'].error).toBeUndefined();
    expect(byKey['1-c']).toMatchObject({
      frames: [],
      error:
        'A: a value of $zone would change the query instead of filling it in',
    });
    expect(byKey['9'].error).toMatch(/has no panel 9/);
    expect(sent()).toHaveLength(1);
  });

  it('refuses a copy whose value its list does not have', async () => {
    const { server, sent } = await aBackend(
      [panel(1, [{ refId: 'A', expr: 'up{kind="$kind"}' }])],
      [{ name: 'kind', type: 'custom', query: 'x,y' }],
    );
    const { status, body } = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send({
        dashboard: UID,
        panels: [{ id: 1, key: 'z', variables: { kind: 'z' } }],
        range: { from: FROM, to: TO },
      });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/variables.kind has a value/);
    expect(sent()).toHaveLength(0);
  });

  it('takes what a list comes to that depends on another variable', async () => {
    const { server, sent } = await aBackend(
      [panel(1, [{ refId: 'A', expr: 'up{kind="$kind"}' }])],
      [
        { name: 'zone', type: 'textbox', query: 'a' },
        { name: 'kind', type: 'custom', query: '$zone-1,$zone-2' },
      ],
    );
    await queryPanels(server, {
      panels: [{ id: 1, key: '1-b', variables: { kind: 'b-2' } }],
      variables: { zone: 'b' },
    });
    expect(sent()[0].form.query).toBe('up{team="media", kind="b-2"}');
  });

  it('calculates with what is within the scope, and with nothing else', async () => {
    const { server, sent } = await aBackend([
      panel(1, [
        { refId: 'A', expr: 'up{team="other"}', hide: true },
        {
          refId: 'B',
          datasource: expr,
          type: 'math',
          expression: '$A * 2 + ${secret{team="other"}}',
        },
        { refId: 'C', datasource: expr, type: 'math', expression: '$A * 2' },
        { refId: 'D', datasource: expr, type: 'math', expression: '$D' },
        { refId: 'E', datasource: expr, type: 'sql', expression: 'SELECT 1' },
        {
          refId: 'F',
          datasource: expr,
          type: 'math',
          expression: '('.repeat(4_000),
        },
      ]),
    ]);
    const [{ frames, error }] = await queryPanels(server, { panels: [1] });
    expect(frames.map(({ refId }) => refId)).toEqual(['C']);
    expect(new Set(frames[0].series[0].values)).toEqual(new Set([2]));
    expect(error?.split('\n').map(line => line.slice(0, 2))).toEqual([
      'B:',
      'D:',
      'E:',
      'F:',
    ]);
    expect(sent().map(({ form }) => form.query)).toEqual([
      expect.stringContaining('team="media"'),
    ]);
  });

  it('shows the answers of another panel of the dashboard, and never in a circle', async () => {
    const dashboardSource = { uid: '-- Dashboard --' };
    const shows = (id: number, panelId: number) =>
      panel(id, [{ refId: 'A', panelId }], { datasource: dashboardSource });
    const { server, sent } = await aBackend([
      shows(1, 2),
      panel(2, [{ refId: 'Q', expr: 'up' }]),
      shows(3, 4),
      shows(4, 3),
    ]);
    const results = await queryPanels(server, { panels: [1, 3] });
    const [first, third] = results.sort((a, b) => a.panelId - b.panelId);
    expect(first.frames.map(({ refId }) => refId)).toEqual(['Q']);
    expect(third.error).toBe(
      "A: panels show each other's answers in a circle: 3 → 4 → 3",
    );
    expect(sent().map(({ form }) => form.query)).toEqual(['up{team="media"}']);
  });

  it('asks a hundred queries at most, however often panels show each other', async () => {
    const shows = (id: number, panelIds: number[]) =>
      panel(
        id,
        panelIds.map((panelId, at) => ({ refId: `R${at}`, panelId })),
        { datasource: { uid: '-- Dashboard --' } },
      );
    const { server, sent } = await aBackend([
      ...Array.from({ length: 60 }, (_, at) => shows(at + 1, [at + 2, at + 2])),
      panel(61, [{ refId: 'Q', expr: 'up' }]),
    ]);
    const [{ error }] = await queryPanels(server, { panels: [1] });
    expect(error).toBe('Only the first 100 queries are asked');
    expect(sent()).toHaveLength(1);
  });
});
