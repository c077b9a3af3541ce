import { once } from 'node:events';
import {
  createServer,
  IncomingHttpHeaders,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, connect } from 'node:net';
import {
  STAND_IN_DATASOURCE,
  STAND_IN_TOKENS,
  startGrafanaStandIn,
} from '@sightline/grafana-stand-in';
import request from 'supertest';
import {
  component,
  entityUrl,
  httpDashboardUid,
  startMonitoringBackend,
} from './__testUtils__';
import { PROBE_LABEL, probeKey } from './discovery/probeQuery';

/** A request that reached a server of a test. */
interface Arrived {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const SECRET = 'prometheus-secret';
const RANGE = { from: 1_800_000_000_000, to: 1_800_003_600_000 };
const BODY = {
  dashboard: httpDashboardUid('ingestor'),
  panels: [10],
  range: RANGE,
};
const PANELS = entityUrl('ingestor', '/panels/query');

/** The answer which of the packs' metrics a service has. */
const PROBED = JSON.stringify({
  status: 'success',
  data: {
    resultType: 'vector',
    result: [
      {
        metric: { [PROBE_LABEL]: probeKey('http', 'prom-client') },
        value: [0, '1'],
      },
    ],
  },
});

const servers: Server[] = [];

/** A server on the loopback address; by default one that knows no series. */
async function listen(
  answer: (response: ServerResponse, arrived: Arrived) => void = (
    response,
    { url },
  ) => response.end(emptyAnswer(url)),
): Promise<{ port: number; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) {
      body += chunk;
    }
    const one = { url: `${incoming.url}`, headers: incoming.headers, body };
    if (body.includes(PROBE_LABEL)) {
      response.end(PROBED);
      return;
    }
    arrived.push(one);
    answer(response, one);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, arrived };
}

function emptyAnswer(url: string): string {
  const data = /\/query/.test(url)
    ? { resultType: url.includes('range') ? 'matrix' : 'vector', result: [] }
    : [];
  return JSON.stringify({ status: 'success', data });
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** What a screen asks: polls and probes are instants. */
const rangesOf = (arrived: Arrived[]) =>
  arrived.filter(({ url }) => url.endsWith('/query_range'));

describe('no request chooses where it goes', () => {
  it.each([
    (host: string) => `//${host}/x`,
    (host: string) => `http://${host}`,
    (host: string) => `\\\\${host}\\x`,
    (host: string) => `default@${host}`,
    () => 'a/../../default',
  ])('S05 S07 · as the server that an annotation names (case %#)', async nameOf => {
    const evil = await listen();
    const { port, arrived } = await listen();
    const server = await startMonitoringBackend({
      entities: [
        component('ingestor', {
          annotations: {
            'monitoring/packs': 'http',
            'monitoring/prometheus': nameOf(`127.0.0.1:${evil.port}`),
            'prometheus.io/url': `http://127.0.0.1:${evil.port}`,
          },
        }),
      ],
      prometheus: { url: `http://127.0.0.1:${port}/base` },
    });
    const { text } = await request(server).post(PANELS).send(BODY);
    expect(text).not.toMatch(/127\.0\.0\.1/);
    expect(evil.arrived).toEqual([]);
    // What is no id of a server is a problem of the annotation; the default one is asked.
    expect(rangesOf(arrived).map(({ url }) => url)).toEqual([
      '/base/api/v1/query_range',
    ]);
  });

  it.each([{ url: 'http://evil.test' }, { instance: '//evil.test' }])(
    'S07 · as %j beside what is asked',
    async more => {
      const { port, arrived } = await listen();
      const server = await startMonitoringBackend({
        entities: [component('ingestor')],
        prometheus: { url: `http://127.0.0.1:${port}` },
      });
      const response = await request(server)
        .post(PANELS)
        .send({ ...BODY, ...more });
      expect(response.status).toBe(400);
      expect(rangesOf(arrived)).toEqual([]);
    },
  );

  it('H01 H02 H06 · by its Host header, nor does it send another header', async () => {
    const { port, arrived } = await listen();
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      prometheus: {
        type: 'thanos',
        tenant: 'media',
        url: `http://127.0.0.1:${port}/base`,
        auth: { method: 'bearer', token: SECRET },
      },
    });
    const response = await request(server)
      .post(PANELS)
      .set({
        Host: 'evil.test',
        Cookie: 'a=b',
        'X-Scope-OrgID': 'other',
        'THANOS-TENANT': 'other',
        'X-Tenant': 'other',
        'X-Grafana-Org-Id': '2',
        'X-WEBAUTH-USER': 'admin',
        'X-DS-Authorization': 'Bearer other',
        'X-Forwarded-For': '10.0.0.1',
        'X-Forwarded-Host': 'evil.test',
        Forwarded: 'host=evil.test',
        Origin: 'http://evil.test',
        Referer: 'http://evil.test',
        TE: 'trailers',
        Connection: 'X-Scope-OrgID, keep-alive',
      })
      .send(BODY);
    expect(response.status).toBe(200);
    const [{ url, headers }] = rangesOf(arrived);
    expect(url).toBe('/base/api/v1/query_range');
    expect(headers).toMatchObject({
      host: `127.0.0.1:${port}`,
      authorization: `Bearer ${SECRET}`,
      'thanos-tenant': 'media',
    });
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'sec-fetch-mode',
      'thanos-tenant',
      'user-agent',
    ]);
  });

  it('H03 · when its length is said twice, or another request hides in it', async () => {
    const { port, arrived } = await listen();
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      prometheus: { url: `http://127.0.0.1:${port}` },
    });
    const { port: own } = (
      server as unknown as Server
    ).address() as AddressInfo;
    const json = JSON.stringify(BODY);
    const hidden = `0\r\n\r\nGET /api/v1/admin HTTP/1.1\r\nHost: a\r\n\r\n`;
    for (const [headers, body] of [
      [`Content-Length: ${json.length}\r\nTransfer-Encoding: chunked`, hidden],
      [`Content-Length: 5\r\nContent-Length: ${json.length}`, json],
      ['Transfer-Encoding: xchunked', hidden],
      ['Transfer-Encoding : chunked', hidden],
      [
        `Content-Length: ${json.length}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c`,
        json,
      ],
    ]) {
      const socket = connect(own, '127.0.0.1');
      socket.write(
        `POST ${PANELS} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`,
      );
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1\.1 [24]\d\d /);
      expect(String(answer)).not.toMatch(/^HTTP\/1\.1 101/);
      socket.destroy();
    }
    // The last one is a request like any other, and is not upgraded.
    expect(rangesOf(arrived).length).toBeLessThanOrEqual(1);
    expect(arrived.filter(({ url }) => url.includes('admin'))).toEqual([]);
  });
});

describe('what an upstream answers', () => {
  it.each([301, 302, 303, 307, 308])(
    'S06 · leads nowhere else by a %s',
    async status => {
      const inside = await listen();
      const { port } = await listen(response =>
        response
          .writeHead(status, {
            location: `http://127.0.0.1:${inside.port}/internal`,
          })
          .end(),
      );
      const server = await startMonitoringBackend({
        entities: [component('ingestor')],
        prometheus: { url: `http://127.0.0.1:${port}` },
      });
      const { text } = await request(server).post(PANELS).send(BODY);
      expect(text).toContain('redirect');
      expect(text).not.toMatch(/internal|127\.0\.0\.1/);
      expect(inside.arrived).toEqual([]);
    },
  );

  it.each([200, 401, 403])('H05 · passes no header on with a %s', async status => {
    const { port } = await listen((response, { url }) =>
      response
        .writeHead(status, {
          'set-cookie': 'grafana_session=1',
          'www-authenticate': 'Basic realm="upstream"',
          'access-control-allow-origin': '*',
          'content-security-policy': 'upstream',
          'clear-site-data': '"*"',
          server: 'upstream',
          'x-powered-by': 'upstream',
        })
        .end(status === 200 ? emptyAnswer(url) : `${SECRET} is wrong`),
    );
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      prometheus: {
        url: `http://127.0.0.1:${port}`,
        auth: { method: 'basic', username: 'sightline', password: SECRET },
      },
    });
    const response = await request(server).post(PANELS).send(BODY);
    expect(response.status).toBe(200);
    expect(JSON.stringify(response.headers)).not.toMatch(
      /upstream|grafana_session|clear-site-data|www-authenticate/i,
    );
    expect(response.headers['access-control-allow-origin']).not.toBe('*');
    expect(response.text).not.toMatch(
      new RegExp(`${SECRET}|${port}|127\\.0\\.0\\.1`),
    );
  });
});

it('S08 · does not go where the operator denies it, whatever a name leads to', async () => {
  const { port, arrived } = await listen();
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    prometheus: {
      url: `http://localhost:${port}`,
      denyAddresses: ['127.0.0.0/8', '::1'],
      scope: [{ label: 'namespace', from: 'metadata.namespace' }],
    },
  });
  const response = await request(server)
    .post(entityUrl('ingestor', '/explore/query'))
    .send({ expression: 'up', range: RANGE });
  expect(response.status).toBe(503);
  expect(response.text).toContain("Prometheus 'default' does not answer");
  expect(response.text).not.toContain('127.0.0.1');
  expect(arrived).toEqual([]);
});

it('asks through the data source of Grafana what it asks a Prometheus', async () => {
  const { port, arrived } = await listen();
  const standIn = await startGrafanaStandIn({
    port: 0,
    prometheusUrl: `http://127.0.0.1:${port}`,
    evaluate: false,
  });
  try {
    const server = await startMonitoringBackend({
      entities: [component('ingestor')],
      grafana: {
        url: standIn.url,
        auth: { method: 'bearer', token: STAND_IN_TOKENS.viewer },
      },
      prometheus: {
        url: undefined,
        grafana: { id: 'default', datasource: STAND_IN_DATASOURCE },
        scope: [{ label: 'namespace', from: 'metadata.namespace' }],
      },
    });
    const { text } = await request(server).post(PANELS).send(BODY);
    expect(JSON.parse(text.trim())).not.toHaveProperty('error');
    const [{ body }] = rangesOf(arrived);
    expect(new URLSearchParams(body).get('query')).toContain(
      'namespace="default"',
    );
  } finally {
    await standIn.close();
  }
});
