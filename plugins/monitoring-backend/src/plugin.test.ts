import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  GRAFANA_URL,
  httpDashboardUid,
  letOwnRequestsThrough,
  PROMETHEUS_URL,
  rangeQueries,
  serveAlertmanager,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';
import { spec } from './schema/openapi';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => {
  letOwnRequestsThrough(upstreams);
  serveAlertmanager(upstreams);
});

const INGESTOR = component('ingestor');
const UID = httpDashboardUid('ingestor');
const HOUR = 3_600_000;

const body = {
  dashboard: UID,
  panels: [1],
  range: { from: 1_800_000_000_000, to: 1_800_000_000_000 + HOUR },
};

/** Every operation but those of provisioning, as it is called with success. */
const OPERATIONS: [string, 'get' | 'post', string, string?][] = [
  ['listSlos', 'get', '/api/monitoring/v1/slos', 'SloListResponse'],
  [
    'getSloRollups',
    'get',
    '/api/monitoring/v1/slos/rollups?by=system',
    'SloRollupResponse',
  ],
  [
    'getSloTrends',
    'get',
    '/api/monitoring/v1/slos/trends?slo=component%3Adefault%2Fingestor%7Cavailability',
    'SloTrendsResponse',
  ],
  [
    'getSlo',
    'get',
    entityUrl('ingestor', '/slos/availability'),
    'SloDetailResponse',
  ],
  [
    'getOpenSlo',
    'get',
    entityUrl('ingestor', '/slos/availability/openslo'),
    'OpenSlo',
  ],
  ['listAlerts', 'get', '/api/monitoring/v1/alerts', 'AlertListResponse'],
  ['getEntity', 'get', entityUrl('ingestor'), 'EntityMonitoringResponse'],
  [
    'listEntitySlos',
    'get',
    entityUrl('ingestor', '/slos'),
    'EntitySlosResponse',
  ],
  [
    'getSloHistory',
    'get',
    entityUrl('ingestor', '/slos/availability/history'),
    'SloHistory',
  ],
  [
    'listEntityAlerts',
    'get',
    entityUrl('ingestor', '/alerts'),
    'AlertListResponse',
  ],
  [
    'listEntityDashboards',
    'get',
    entityUrl('ingestor', '/dashboards'),
    'EntityDashboardsResponse',
  ],
  [
    'getEntityDashboard',
    'get',
    entityUrl('ingestor', `/dashboards/${UID}`),
    'EntityDashboardResponse',
  ],
  [
    'queryPanels',
    'post',
    entityUrl('ingestor', '/panels/query'),
    'PanelQueryResult',
  ],
  [
    'listVariableChoices',
    'post',
    entityUrl('ingestor', `/dashboards/${UID}/variables`),
    'DashboardVariablesResponse',
  ],
  [
    'listDashboardMarks',
    'post',
    entityUrl('ingestor', `/dashboards/${UID}/marks`),
    'DashboardMarksResponse',
  ],
  [
    'listAvailableDashboards',
    'get',
    entityUrl('ingestor', '/available-dashboards'),
    'AvailableDashboardsResponse',
  ],
  [
    'listSuggestions',
    'get',
    entityUrl('ingestor', '/suggestions'),
    'EntitySuggestionsResponse',
  ],
  [
    'listEntityTargets',
    'get',
    entityUrl('ingestor', '/targets'),
    'EntityTargetsResponse',
  ],
  [
    'listPanelExemplars',
    'post',
    entityUrl('ingestor', '/panels/exemplars'),
    'PanelExemplarsResponse',
  ],
  ['getExplore', 'get', entityUrl('ingestor', '/explore'), 'ExploreResponse'],
  [
    'queryExplore',
    'post',
    entityUrl('ingestor', '/explore/query'),
    'ExploreQueryResponse',
  ],
  [
    'listExploreMetrics',
    'post',
    entityUrl('ingestor', '/explore/metrics'),
    'ExploreMetricsResponse',
  ],
  [
    'listExploreLabels',
    'post',
    entityUrl('ingestor', '/explore/labels'),
    'ExploreTextsResponse',
  ],
  [
    'listExploreValues',
    'post',
    entityUrl('ingestor', '/explore/values'),
    'ExploreTextsResponse',
  ],
  [
    'testNotification',
    'post',
    entityUrl('ingestor', '/notifications/test'),
    'TestNotificationResponse',
  ],
];

/** Those that need more than to see the entity's monitoring. */
const METRICS_OPERATIONS = [
  'getSloHistory',
  'queryPanels',
  'listVariableChoices',
  'listDashboardMarks',
  'listAvailableDashboards',
  'listSuggestions',
  'listEntityTargets',
  'listPanelExemplars',
];

function permissionFor(operationId: string): string {
  if (operationId === 'testNotification') {
    return 'monitoring.notifications.test';
  }
  if (operationId.includes('Explore')) {
    return 'monitoring.explore';
  }
  return METRICS_OPERATIONS.includes(operationId)
    ? 'monitoring.metrics.read'
    : 'monitoring.read';
}

function call(
  server: Awaited<ReturnType<typeof startMonitoringBackend>>,
  method: 'get' | 'post',
  url: string,
) {
  const sent = request(server)[method](url);
  if (method === 'get') {
    return sent;
  }
  if (url.endsWith('/notifications/test')) {
    return sent.send({ channel: 'hook' });
  }
  const { dashboard, panels, range } = body;
  if (url.endsWith('/exemplars')) {
    return sent.send({ dashboard, panel: panels[0], range });
  }
  if (url.endsWith('/explore/query')) {
    return sent.send({ expression: 'up', range });
  }
  if (url.endsWith('/explore/values')) {
    return sent.send({ label: 'service', range });
  }
  return sent.send(
    /\/(variables|marks|explore\/\w+)$/.test(url) ? { range } : body,
  );
}

/** JSON, a line of JSON, or text. */
function answerOf(response: request.Response): unknown {
  switch (response.type) {
    case 'application/json':
      return response.body;
    case 'application/x-ndjson':
      return JSON.parse(response.text);
    default:
      return response.text ?? response.body.toString();
  }
}

it('every operation of the OpenAPI document is in this test, or in that of provisioning', () => {
  const described = Object.entries(spec.paths)
    .filter(([path]) => !path.includes('/provisioning'))
    .flatMap(([, path]) => Object.values(path))
    .map(operation => (operation as { operationId: string }).operationId);
  expect(described.sort()).toEqual(OPERATIONS.map(([id]) => id).sort());
});

describe.each(OPERATIONS)('%s', (id, method, url, schema) => {
  it('answers what the OpenAPI document says', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [INGESTOR],
      alertmanager: true,
      explore: { allowUnscoped: true },
    });
    const response = await call(server, method, url);
    expect(response.status).toBe(200);
    expectToMatchSpec(schema!, answerOf(response));
  });

  it('T01 · refuses who has not signed in', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [INGESTOR],
      alertmanager: true,
      explore: { allowUnscoped: true },
    });
    const response = await call(server, method, url).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(response.status).toBe(401);
    expect(response.body.error.name).toBe('AuthenticationError');
  });

  if (url.includes('/entities/')) {
    it('knows no entity that the caller cannot see', async () => {
      const queries = servePrometheus(upstreams);
      const server = await startMonitoringBackend({
        entities: [],
        alertmanager: true,
        explore: { allowUnscoped: true },
      });
      const response = await call(server, method, url);
      expect(response.status).toBe(404);
      expect(response.body.error).toMatchObject({
        name: 'NotFoundError',
        message: "No entity 'component:default/ingestor' that you may see",
      });
      expect(rangeQueries(queries)).toEqual([]);
    });

    const permission = permissionFor(id);

    it(`takes the permission ${permission}`, async () => {
      servePrometheus(upstreams);
      const server = await startMonitoringBackend({
        entities: [INGESTOR],
        alertmanager: true,
        explore: { allowUnscoped: true },
        denied: [permission],
      });
      const response = await call(server, method, url);
      expect(response.status).toBe(403);
      expect(response.body.error).toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(permission),
      });
    });
  }
});

describe('requests that are not well formed', () => {
  it.each<[string, object]>([
    ['panels must NOT have fewer than 1 items', { ...body, panels: [] }],
    ['panels/0 must be integer', { ...body, panels: ['up'] }],
    ["required property 'dashboard'", { ...body, dashboard: undefined }],
    ['dashboard must match pattern', { ...body, dashboard: '../admin' }],
    ['dashboard must be string', { ...body, dashboard: { uid: 'a' } }],
    ["required property 'range'", { ...body, range: undefined }],
    ['range/from must be integer', { ...body, range: { from: '0', to: 1 } }],
    ['range/from must be >= 0', { ...body, range: { from: -1, to: 1 } }],
    [
      'range.from must lie before range.to',
      { ...body, range: { from: 2, to: 1 } },
    ],
    ['range is too long', { ...body, range: { from: 0, to: 1e14 } }],
    ['maxDataPoints must be <= 5000', { ...body, maxDataPoints: 1e6 }],
    ['must NOT have additional properties', { ...body, query: 'up' }],
    ['must NOT have additional properties', { ...body, url: 'http://evil' }],
    ['variables/a', { ...body, variables: { a: { toString: 'x' } } }],
    ['variables', { ...body, variables: { 'a-b': 'x' } }],
  ])('are refused by naming the field: %s', async (message, sent) => {
    const queries = servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const response = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send(sent);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(response.body.error.message).toContain(message);
    expect(rangeQueries(queries)).toEqual([]);
  });

  it('are refused when a number is none', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const response = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .set('Content-Type', 'application/json')
      .send(
        `{"dashboard":"${UID}","panels":[1],"range":{"from":0,"to":1e999}}`,
      );
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('range/to');
  });

  it.each([
    ['state', '/api/monitoring/v1/slos?state=great'],
    ['sort', '/api/monitoring/v1/slos?sort=colour'],
    ['order', '/api/monitoring/v1/slos?order=up'],
    ['by', '/api/monitoring/v1/slos/rollups'],
    ['by', '/api/monitoring/v1/slos/rollups?by=state'],
    ['slo', '/api/monitoring/v1/slos/trends'],
    ['slo', '/api/monitoring/v1/slos/trends?slo=availability'],
    ['id', entityUrl('ingestor', '/slos/A%2FB/openslo')],
    ['limit', '/api/monitoring/v1/slos?limit=0'],
    ['limit', '/api/monitoring/v1/alerts?limit=many'],
    ['severity', '/api/monitoring/v1/alerts?severity=odd'],
    ['query', '/api/monitoring/v1/alerts?query=up'],
    ['step', entityUrl('ingestor', '/slos/availability/history?step=0')],
    ['from', entityUrl('ingestor', '/slos/availability/history?from=NaN')],
    ['from', entityUrl('ingestor', '/slos/availability/history?from=1&from=2')],
    ['uid', entityUrl('ingestor', '/dashboards/a%2Fb')],
    ['name', entityUrl('%2e%2e%2fadmin')],
    ['name', entityUrl('a%5cb')],
    ['name', entityUrl('a%00b')],
    ['id', entityUrl('ingestor', '/slos/%2e%2e/history')],
  ])('are refused by naming the parameter %s: %s', async (name, url) => {
    const queries = servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const response = await request(server).get(url);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(response.body.error.message).toContain(name);
    expect(rangeQueries(queries)).toEqual([]);
  });

  it.each([
    ['get', '/api/monitoring/v1/query?query=up'],
    ['get', '/api/monitoring/v1/prometheus/default/api/v1/query?query=up'],
    ['post', '/api/monitoring/v1/admin/tsdb/delete_series'],
    ['post', '/api/monitoring/v1/slos'],
    ['delete', entityUrl('ingestor')],
  ] as const)('find nothing: %s %s', async (method, url) => {
    const queries = servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const response = await request(server)[method](url);
    expect([404, 405]).toContain(response.status);
    expect(rangeQueries(queries)).toEqual([]);
  });
});

it('asks for credentials however the path is written', async () => {
  servePrometheus(upstreams);
  const server = await startMonitoringBackend({ entities: [INGESTOR] });
  for (const url of ['/api/monitoring//v1/slos', '/api/monitoring/v1/SLOS/']) {
    const response = await request(server)
      .get(url)
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  }
});

describe('lists', () => {
  it('take one or several values of a filter', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [INGESTOR, component('gateway')],
    });
    for (const query of ['state=ok', 'state=ok&state=burning&limit=1']) {
      const response = await request(server).get(
        `/api/monitoring/v1/slos?${query}`,
      );
      expect(response.status).toBe(200);
      expectToMatchSpec('SloListResponse', response.body);
    }
  });
});

describe('an SLO', () => {
  it('can be saved as an OpenSLO document', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const response = await request(server).get(
      entityUrl('ingestor', '/slos/availability/openslo'),
    );
    expect(response.status).toBe(200);
    expect(response.type).toBe('application/yaml');
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="ingestor-availability.yaml"',
    );
    const { body: slo } = await request(server).get(
      entityUrl('ingestor', '/slos/availability'),
    );
    expect(String(response.text ?? response.body)).toBe(slo.openSlo);
    expect(slo.openSlo).toContain('apiVersion: openslo/v1');
  });

  it('is not found under the id of another', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    for (const rest of ['', '/openslo', '/history']) {
      const response = await request(server).get(
        entityUrl('ingestor', `/slos/latency-9${rest}`),
      );
      expect(response.status).toBe(404);
      expect(response.body.error.message).toBe(
        "'component:default/ingestor' has no SLO 'latency-9'",
      );
    }
  });
});

describe('the entity', () => {
  it('is told what its annotations come to, and which packs there are', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [
        component('ingestor', {
          annotations: { 'monitoring/packs': 'http, htpp' },
        }),
      ],
    });
    const { body: entity } = await request(server).get(entityUrl('ingestor'));
    expectToMatchSpec('EntityMonitoringResponse', entity);
    expect(entity.spec).toMatchObject({
      entityRef: 'component:default/ingestor',
      optedIn: true,
    });
    expect(entity.problems).toEqual([
      expect.objectContaining({ annotation: 'monitoring/packs' }),
    ]);
    expect(entity.availablePacks).toContainEqual(
      expect.objectContaining({ id: 'http' }),
    );
  });

  it('may be not opted in at all', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({
      entities: [component('plain', { annotations: {} })],
    });
    const { status, body: entity } = await request(server).get(
      entityUrl('plain'),
    );
    expect(status).toBe(200);
    expect(entity.spec.optedIn).toBe(false);
  });
});

describe('dashboards', () => {
  it('come from the pack when no Grafana is configured', async () => {
    servePrometheus(upstreams);
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const { body: list } = await request(server).get(
      entityUrl('ingestor', '/dashboards'),
    );
    expect(list.items).toEqual([
      expect.objectContaining({ uid: UID, pack: 'http', source: 'pack' }),
    ]);
    expect(list.items[0].notice).toBeUndefined();
  });

  it('come from Grafana with what a person edited', async () => {
    servePrometheus(upstreams);
    serveGrafana(upstreams, {
      [UID]: { uid: UID, title: 'Edited', panels: [] },
    });
    const server = await startMonitoringBackend({
      entities: [INGESTOR],
      grafana: true,
    });
    const { body: dashboard } = await request(server).get(
      entityUrl('ingestor', `/dashboards/${UID}`),
    );
    expectToMatchSpec('EntityDashboardResponse', dashboard);
    expect(dashboard).toMatchObject({
      title: 'Edited',
      source: 'grafana',
      url: `https://grafana.example.com/d/${UID}`,
      dashboard: { title: 'Edited' },
    });
  });

  it('are not shown to an entity that does not link to them', async () => {
    servePrometheus(upstreams);
    serveGrafana(upstreams, { salaries: { title: 'Salaries' } });
    const server = await startMonitoringBackend({
      entities: [INGESTOR, component('gateway')],
      grafana: true,
    });
    for (const uid of ['salaries', httpDashboardUid('gateway')]) {
      const response = await request(server).get(
        entityUrl('ingestor', `/dashboards/${uid}`),
      );
      expect(response.status).toBe(404);
      expect(response.body.error.message).toBe(
        `'component:default/ingestor' has no dashboard '${uid}'`,
      );
    }
  });
});

describe('an upstream that is down', () => {
  it('is told in words, without its address', async () => {
    servePrometheus(upstreams, () => Response.error());
    const server = await startMonitoringBackend({ entities: [INGESTOR] });
    const response = await request(server).get(
      entityUrl('ingestor', '/slos/availability/history'),
    );
    expect(response.status).toBe(503);
    expect(response.body.error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/^Prometheus 'default' does not answer/),
    });
    expect(response.text).not.toContain(PROMETHEUS_URL);
  });

  it('leaves the pack’s dashboard to be shown when it is Grafana', async () => {
    servePrometheus(upstreams);
    upstreams.use(http.get(`${GRAFANA_URL}/*`, () => HttpResponse.error()));
    const server = await startMonitoringBackend({
      entities: [INGESTOR],
      grafana: true,
    });
    const { status, body: list } = await request(server).get(
      entityUrl('ingestor', '/dashboards'),
    );
    expect(status).toBe(200);
    expect(list.items[0]).toMatchObject({
      source: 'pack',
      notice:
        "Grafana 'default' does not answer: the connection failed. Shown as the pack has it.",
    });
  });
});

it('serves its OpenAPI document', async () => {
  servePrometheus(upstreams);
  const server = await startMonitoringBackend({ entities: [] });
  const { status, body: served } = await request(server).get(
    '/api/monitoring/openapi.json',
  );
  expect(status).toBe(200);
  expect(Object.keys(served.paths)).toEqual(
    Object.keys(spec.paths).map(path => `/api/monitoring${path}`),
  );
});
