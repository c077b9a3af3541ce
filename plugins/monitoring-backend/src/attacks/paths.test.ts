import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import { connect } from 'node:net';
import {
  component,
  entityUrl,
  httpDashboardUid,
  letOwnRequestsThrough,
  PROMETHEUS_URL,
  servePrometheus,
  startMonitoringBackend,
} from '../__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);

/** What polls and probes ask by themselves. */
const OWN_PATHS = [
  '/api/v1/query',
  '/api/v1/alerts',
  '/api/v1/rules',
  '/api/v1/status/buildinfo',
  '/api/v1/status/runtimeinfo',
];

let foreign: string[];
upstreams.events.on('request:start', ({ request: { url } }) => {
  const { pathname } = new URL(url);
  if (url.startsWith(PROMETHEUS_URL) && !OWN_PATHS.includes(pathname)) {
    foreign.push(url);
  }
});
beforeEach(() => {
  foreign = [];
  letOwnRequestsThrough(upstreams);
  servePrometheus(upstreams);
});
afterEach(() => {
  if (foreign.length > 0) {
    throw new Error(`Prometheus was asked for ${foreign}`);
  }
});

const denied: string[] = [];
const hidden: string[] = [];
let backend: ReturnType<typeof startMonitoringBackend> | undefined;

/** One for all tests: to start one takes long. */
function aBackend() {
  backend ??= startMonitoringBackend({
    entities: [component('ingestor')],
    denied,
    hidden,
  });
  return backend;
}

const PANELS = entityUrl('ingestor', '/panels/query');
const BODY = JSON.stringify({
  dashboard: httpDashboardUid('ingestor'),
  panels: [10],
  range: { from: 1_800_000_000_000, to: 1_800_003_600_000 },
});

/** Sends a path as it is written, which libraries for URLs do not, and answers the status. */
async function statusOf(
  path: string,
  options: { method?: string; body?: string; authorization?: string } = {},
): Promise<number> {
  const {
    method = 'GET',
    body = '',
    authorization = mockCredentials.user.header(),
  } = options;
  const socket = connect((await aBackend()).port(), '127.0.0.1');
  socket.write(
    [
      `${method} ${path} HTTP/1.1`,
      'Host: backstage.test',
      'Connection: close',
      `Authorization: ${authorization}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
  let answer = '';
  for await (const chunk of socket) {
    answer += chunk;
  }
  return Number(answer.match(/^HTTP\/1\.1 (\d{3}) /)?.[1]);
}

it('S01 · passes no path of an upstream’s API through, by no method', async () => {
  const paths = [
    '/api/v1/admin/tsdb/delete_series?match[]=up',
    '/api/v1/admin/tsdb/snapshot',
    '/-/quit',
    '/-/reload',
    '/api/v1/write',
    '/api/v1/otlp/v1/metrics',
    '/api/v1/read',
    '/api/v1/query_range?query=up',
  ];
  const prefixes = ['', '/v1', '/v1/prometheus/default', '/v1/proxy/default'];
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    for (const prefix of prefixes) {
      for (const path of paths) {
        const status = await statusOf(`/api/monitoring${prefix}${path}`, {
          method,
        });
        expect([path, method, [404, 405].includes(status)]).toEqual([
          path,
          method,
          true,
        ]);
      }
    }
  }
});

it.each([
  '/api/monitoring/v1/../../admin',
  '/api/monitoring/../../api/v1/admin',
  '/../../../etc/passwd',
  '/api/monitoring/v1/./../admin',
  '/api/monitoring/v1/entities/component/../ingestor',
  '/api/monitoring/v1/entities/../../admin/ingestor',
  '/api/monitoring/v1/entities/component/default/./ingestor',
  entityUrl('ingestor', '/dashboards/../../../admin'),
  entityUrl('..'),
  entityUrl('.'),
])('S02 · finds nothing by dots: %s', async path => {
  expect([400, 404]).toContain(await statusOf(path));
});

it.each(
  [
    '%2e%2e%2fadmin',
    '..%2f..%2fadmin',
    '%252e%252e%252fadmin',
    '%2e%2e',
    '..%5c..%5cadmin',
    '%5c%5cevil.test',
    '%2f%2fevil.test',
    'ingestor%2f..%2fother',
    'ingestor;/..;/admin',
    'ingestor%00',
    'ingestor%0d%0aX-Other: 1',
    '%ff',
    '%',
  ].flatMap(part => [
    entityUrl(part),
    entityUrl('ingestor', `/dashboards/${part}`),
    entityUrl('ingestor', `/slos/${part}/history`),
    `/api/monitoring/v1/entities/${part}/default/ingestor`,
  ]),
)('S03 · finds nothing by encoded dots and slashes: %s', async path => {
  expect([400, 404]).toContain(await statusOf(path.replaceAll(' ', '%20')));
});

describe('S04 · a path with more slashes is as guarded as the clean one', () => {
  const spellings = [
    PANELS,
    `/${PANELS}`,
    PANELS.replace('/api/', '/api//'),
    PANELS.replace('/v1/', '//v1/'),
    PANELS.replace('/entities/', '//entities/'),
    PANELS.replace('/ingestor/', '//ingestor/'),
    PANELS.replace('/panels/', '//panels//'),
    `${PANELS}/`,
    `${PANELS}//`,
    PANELS.toUpperCase(),
    PANELS.replace('/panels', '/Panels'),
  ];
  const ask = (path: string, authorization?: string) =>
    statusOf(path, { method: 'POST', body: BODY, authorization });

  it('for who has not signed in', async () => {
    for (const path of spellings) {
      const status = await ask(path, mockCredentials.none.header());
      expect([path, [401, 404].includes(status)]).toEqual([path, true]);
    }
  });

  it('for who lacks the permission', async () => {
    denied.push('monitoring.metrics.read');
    for (const path of spellings) {
      expect([403, 404]).toContain(await ask(path));
    }
    denied.pop();
  });

  it('for who does not see the entity', async () => {
    hidden.push('component:default/ingestor');
    for (const path of spellings) {
      expect(await ask(path)).toBe(404);
    }
    hidden.pop();
  });
});

it.each([
  'http://127.0.0.1:9090',
  'http://0x7f.1:9090',
  'http://2130706433:9090',
  'http://①②⑦.0.0.1:9090',
  'http://[::ffff:127.0.0.1]:9090',
])('S09 · knows a denied host however it is written: %s', async url => {
  await expect(
    startMonitoringBackend({
      entities: [],
      prometheus: { url, denyAddresses: ['127.0.0.0/8'] },
    }),
  ).rejects.toThrow(/denyAddresses/);
});
