import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import {
  component,
  entityUrl,
  GRAFANA_URL,
  httpDashboardUid,
  letOwnRequestsThrough,
  PROMETHEUS_URL,
  serveAlertmanager,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from '../__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => {
  letOwnRequestsThrough(upstreams);
  serveAlertmanager(upstreams);
});

const UID = httpDashboardUid('ingestor');
const RANGE = { from: 1_800_000_000_000, to: 1_800_003_600_000 };
const BODY = { dashboard: UID, panels: [10], range: RANGE };
const PANELS = entityUrl('ingestor', '/panels/query');

it.each([
  { auth: { method: 'bearer', token: 'top\r\nX-Other: 1' } },
  { auth: { method: 'headers', headers: { 'X-Key': 'top\nX-Other: 1' } } },
  { auth: { method: 'headers', headers: { 'X-Key\r\nX-Other': '1' } } },
  { type: 'mimir', tenant: 'media\r\nX-Other: 1' },
])('H04 · does not start with a line break in a header: %j', async more => {
  servePrometheus(upstreams);
  const start = startMonitoringBackend({ entities: [], prometheus: more });
  await expect(start).rejects.toThrow(/prometheus\[0\]\.(auth|tenant)/);
  await expect(start).rejects.not.toThrow(/top/);
});

it('H04 · makes no header of what an entity says', async () => {
  const queries = servePrometheus(upstreams);
  const server = await startMonitoringBackend({
    entities: [
      component('ingestor', {
        spec: { owner: 'media\r\nX-Scope-OrgID: other' },
      }),
    ],
    prometheus: { scope: [{ label: 'team', from: 'spec.owner' }] },
  });
  const { status } = await request(server).post(PANELS).send(BODY);
  expect(status).toBe(200);
  const [{ form, headers }] = queries.filter(({ path }) =>
    path.endsWith('range'),
  );
  expect(form.query).toContain('team="media\\r\\nX-Scope-OrgID: other"');
  expect(headers).not.toHaveProperty('x-scope-orgid');
});

describe('H07 · secrets', () => {
  const SECRETS =
    /prometheus-secret|grafana-secret|c2lnaHRsaW5l|prometheus\.test|grafana\.test|alertmanager\.test|hook\.test/;

  it('are in no answer and in no error', async () => {
    const secret = 'prometheus-secret';
    servePrometheus(upstreams, ({ path }) =>
      Response.json(
        {
          status: 'error',
          errorType: 'execution',
          error: `${PROMETHEUS_URL.replace(
            '//',
            `//sightline:${secret}@`,
          )}${path} failed with ${secret}`,
        },
        { status: 422 },
      ),
    );
    serveGrafana(upstreams, {});
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      grafana: true,
      alertmanager: true,
      prometheus: {
        auth: { method: 'basic', username: 'sightline', password: secret },
        scope: [{ label: 'team', from: 'spec.owner' }],
      },
    });
    const get = (path: string) => request(server).get(path);
    const post = (path: string, body: object) =>
      request(server).post(entityUrl('ingestor', path)).send(body);
    const answers = [
      await get('/api/monitoring/openapi.json'),
      await get('/api/monitoring/v1/slos'),
      await get('/api/monitoring/v1/alerts'),
      await get(entityUrl('ingestor')),
      await get(entityUrl('ingestor', '/dashboards')),
      await get(entityUrl('ingestor', `/dashboards/${UID}`)),
      await get(entityUrl('ingestor', '/slos/availability')),
      await get(entityUrl('ingestor', '/slos/availability/history')),
      await get(entityUrl('ingestor', '/targets')),
      await get(entityUrl('ingestor', '/explore')),
      await get(entityUrl('nobody')),
      await post('/panels/query', BODY),
      await post('/panels/query', { ...BODY, panels: ['x'] }),
      await post(`/dashboards/${UID}/variables`, { range: RANGE }),
      await post(`/dashboards/${UID}/marks`, { range: RANGE }),
      await post('/explore/query', { expression: 'up', range: RANGE }),
      await post('/explore/metrics', { range: RANGE }),
    ];
    for (const { text = '', body, headers } of answers) {
      const all = `${text}${JSON.stringify([body, headers])}`;
      expect(all.match(SECRETS)?.[0]).toBeUndefined();
      expect(all.match(/"stack":|\n +at .*\d:\d/)?.[0]).toBeUndefined();
    }
  });

  it('are no configuration that a browser is given', () => {
    const schema = readFileSync(join(__dirname, '../../config.d.ts'), 'utf8');
    expect(schema).not.toMatch(/visibility (frontend|backend)/i);
    for (const name of ['token', 'password', '\\w*key', 'headers']) {
      const parts = schema.split(new RegExp(`\\n +${name}\\??:`, 'i'));
      expect(parts.length).toBeGreaterThan(1);
      for (const before of parts.slice(0, -1)) {
        expect(before.split('\n').slice(-4).join('\n')).toContain(
          '@visibility secret',
        );
      }
    }
  });
});

describe('X10 · nothing is changed', () => {
  const WRITES = [
    ['/api/monitoring/v1/provisioning/runs', {}],
    ['/api/monitoring/v1/provisioning/pause', { paused: true }],
    [entityUrl('ingestor', '/notifications/test'), { channel: 'hook' }],
  ] as const;

  /** What a page of another site can send without asking. */
  const FORMS = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
  ];

  async function aBackend() {
    servePrometheus(upstreams);
    const told = serveAlertmanager(upstreams);
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      alertmanager: true,
    });
    return { server, told };
  }

  it('by GET, nor by a form of another site', async () => {
    const { server, told } = await aBackend();
    for (const [url, body] of WRITES) {
      const got = await request(server).get(url);
      expect([200, 404, 405]).toContain(got.status);
      // What has no body has no type of one; who has not signed in is refused below.
      const types = Object.keys(body).length === 0 ? [] : FORMS;
      for (const type of types) {
        const { status } = await request(server)
          .post(url)
          .set({ 'Content-Type': type, Origin: 'http://evil.test' })
          .send(JSON.stringify(body));
        expect([url, type, status >= 400 && status < 500]).toEqual([
          url,
          type,
          true,
        ]);
      }
    }
    expect(told).toEqual([]);
  });

  it('by who has only a cookie', async () => {
    const { server, told } = await aBackend();
    for (const [url, body] of WRITES) {
      const { status } = await request(server)
        .post(url)
        .set({
          Authorization: mockCredentials.none.header(),
          Cookie: mockCredentials.limitedUser.cookie(),
        })
        .send(body);
      expect(status).toBe(401);
    }
    expect(told).toEqual([]);
  });
});

it('W01 · asks Grafana only to read, by constant paths, whatever people ask', async () => {
  const asked: string[] = [];
  upstreams.events.on('request:start', ({ request: { method, url } }) => {
    if (url.startsWith(GRAFANA_URL)) {
      asked.push(`${method} ${new URL(url).pathname}`);
    }
  });
  servePrometheus(upstreams);
  serveGrafana(upstreams, {});
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    grafana: { linkedDashboards: { folders: ['general'] } },
  });
  for (const uid of [UID, 'other', '-', 'admin_stats']) {
    await request(server).get(entityUrl('ingestor', `/dashboards/${uid}`));
    for (const what of ['marks', 'variables']) {
      await request(server)
        .post(entityUrl('ingestor', `/dashboards/${uid}/${what}`))
        .send({ range: RANGE });
    }
    await request(server)
      .post(PANELS)
      .send({ ...BODY, dashboard: uid });
  }
  await request(server).get(
    entityUrl('ingestor', '/available-dashboards?query=../../admin'),
  );
  for (const path of [
    'api/dashboards/db',
    'api/admin/settings',
    'api/ds/query',
    'api/datasources/proxy/1/api/v1/query',
  ]) {
    for (const method of ['get', 'post', 'delete'] as const) {
      const { status } = await request(server)[method](
        `/api/monitoring/v1/grafana/default/${path}`,
      );
      expect(status).toBe(404);
    }
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(
    asked.filter(
      one =>
        !/^GET \/api\/(dashboards\/uid\/[\w-]+|search|annotations|folders|health|library-elements\/[\w-]+)$/.test(
          one,
        ),
    ),
  ).toEqual([]);
});

it('L01 · keeps secrets, queries and line breaks of others out of the log', async () => {
  const lines: string[] = [];
  const log = (level: string) => (message: string, meta?: object) => {
    if (level !== 'debug') {
      lines.push(`${message}${meta ? JSON.stringify(meta) : ''}`);
    }
  };
  const logger = mockServices.rootLogger.mock();
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    logger[level].mockImplementation(log(level));
  }
  logger.child.mockReturnValue(logger);
  servePrometheus(upstreams, () =>
    Response.json(
      {
        status: 'error',
        errorType: 'execution',
        error: 'failed\nInjected: line\u001b[31m red',
      },
      { status: 422 },
    ),
  );
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    prometheus: {
      auth: { method: 'bearer', token: 'prometheus-secret' },
      scope: [{ label: 'team', from: 'spec.owner' }],
    },
    features: [logger.factory],
  });
  await request(server)
    .post(entityUrl('ingestor', '/explore/query'))
    .send({ expression: 'up{mail="ada@example.org"}', range: RANGE });
  await request(server).post(PANELS).send(BODY);
  await request(server).get(
    entityUrl('ingestor', '/slos/availability/history'),
  );
  expect(lines.length).toBeGreaterThan(0);
  const text = lines.join('\u0000');
  expect(text).not.toMatch(/prometheus-secret|ada@example|\{team=/);
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('\nInjected');
});
