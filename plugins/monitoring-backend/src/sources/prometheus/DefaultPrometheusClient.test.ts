import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PrometheusConfig } from '../../config';
import recorded from './__fixtures__/recorded.json';
import { DefaultPrometheusClient } from './DefaultPrometheusClient';
import { QueryExecutionError } from './QueryExecutionError';

const URL_OF_SERVER = 'http://prometheus.test/base';

const CONFIG: PrometheusConfig = {
  id: 'default',
  url: URL_OF_SERVER,
  scope: [],
  auth: { method: 'none' },
  limits: {
    timeout: 5_000,
    maxSeries: 2_000,
    maxConcurrent: 5,
    maxResponseBytes: 1_000_000,
  },
};

const server = setupServer();
registerMswTestHooks(server);

function recording(version: string, part: string) {
  const found = recorded.find(
    ({ server: of, request }) => of === version && request.includes(part),
  );
  if (!found) {
    throw new Error(`No recording of ${version} with ${part}`);
  }
  return found;
}

/** Answers every request as recorded, and keeps what was asked. */
function answerWith(answer: {
  status: number;
  contentType?: string | null;
  body?: unknown;
  text?: string | null;
}) {
  const requests: { url: string; form: URLSearchParams; headers: Headers }[] =
    [];
  server.use(
    http.all(`${URL_OF_SERVER}/*`, async ({ request }) => {
      requests.push({
        url: request.url,
        form: new URLSearchParams(await request.text()),
        headers: request.headers,
      });
      return new HttpResponse(answer.text ?? JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'content-type': answer.contentType ?? 'application/json' },
      });
    }),
  );
  return requests;
}

describe.each(['2.42.0', '3.14.0'])('Prometheus %s', version => {
  const client = DefaultPrometheusClient.fromConfig(CONFIG);

  it('reads every kind of value', async () => {
    answerWith(recording(version, 'query=fixed_values&'));
    const { samples, warnings } = await client.query({ query: 'fixed_values' });
    const values = Object.fromEntries(
      samples.map(({ labels, value }) => [labels.kind, value]),
    );
    expect(values).toEqual({
      big: 1e22,
      float: 0.1,
      int: 42,
      max: Number.MAX_VALUE,
      nan: NaN,
      neginf: -Infinity,
      negzero: -0,
      posinf: Infinity,
      small: 1e-7,
      third: 1 / 3,
    });
    expect(samples[0].time).toBe(1795136400);
    expect(warnings).toEqual([]);
  });

  it('reads a matrix', async () => {
    answerWith(recording(version, 'query_range?query=fixed_values'));
    const { series } = await client.queryRange({
      query: 'fixed_values',
      start: 1795132800,
      end: 1795132860,
      step: 60,
    });
    expect(series).toHaveLength(4);
    expect(series.find(({ labels }) => labels.kind === 'neginf')).toEqual({
      labels: { __name__: 'fixed_values', kind: 'neginf' },
      times: [1795132800, 1795132860],
      values: [-Infinity, -Infinity],
    });
  });

  it.each([
    ['/api/v1/query?query=sum%28', 'InputError', /parse error: unclosed left/],
    ['query_range?query=sum%28', 'InputError', /parse error: unclosed left/],
    ['end=1795143801', 'InputError', /exceeded maximum resolution/],
    ['fixed_requests_total+%2A', 'InputError', /cannot run.*duplicate series/],
    ['timeout=1ms', 'ServiceUnavailableError', /took too long/],
    ['nosuch', 'ServiceUnavailableError', /404: 404 page not found$/],
    ['DELETE', 'ServiceUnavailableError', /405: Method Not Allowed$/],
  ])('says what is wrong: %s', async (part, name, message) => {
    answerWith(recording(version, part));
    const answer = client.query({ query: 'sum(' });
    await expect(answer).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
    await expect(answer).rejects.toMatchObject({
      message: expect.stringMatching(/^Prometheus 'default' .{1,400}$/),
    });
  });

  it('tells a query that cannot be run from one that cannot be read', async () => {
    answerWith(recording(version, 'fixed_requests_total+%2A'));
    await expect(client.query({ query: 'x' })).rejects.toBeInstanceOf(
      QueryExecutionError,
    );
    answerWith(recording(version, '/api/v1/query?query=sum%28'));
    await expect(client.query({ query: 'x' })).rejects.not.toBeInstanceOf(
      QueryExecutionError,
    );
  });

  it('reads targets without their addresses', async () => {
    const requests = answerWith(recording(version, 'GET /api/v1/targets'));
    const targets = await client.targets();
    expect(requests[0].url).toBe(
      `${URL_OF_SERVER}/api/v1/targets?state=active`,
    );
    expect(targets).toContainEqual({
      labels: { instance: '127.0.0.1:9', job: 'dead' },
      scrapePool: 'dead',
      health: 'down',
      error: 'Get "(address)": dial tcp (address): connect: connection refused',
      lastScrape: expect.stringMatching(/^2026-11-23T18:1/),
      lastScrapeDuration: expect.any(Number),
    });
    expect(targets.find(({ health }) => health === 'up')).not.toHaveProperty(
      'error',
    );
    expect(JSON.stringify(targets)).not.toMatch(/visible-in-config|http:/);
  });

  it('reads when the server was started', async () => {
    answerWith(recording(version, 'runtimeinfo'));
    expect(await client.runtimeInfo()).toEqual({
      startTime: expect.stringMatching(/^2026-11-23T17:5\d:\d\d\.\d+Z$/),
    });
  });

  it('reads exemplars of an expression without a selector', async () => {
    answerWith(recording(version, 'query_exemplars?query=1&'));
    const query = { query: '1', start: 1795132800, end: 1795136400 };
    expect(await client.exemplars(query)).toEqual([]);
  });

  it('reads the version', async () => {
    answerWith(recording(version, 'buildinfo'));
    expect((await client.buildInfo()).version).toMatch(`${version}`);
  });
});

describe('DefaultPrometheusClient', () => {
  it('reads alerts, and leaves inactive ones out', async () => {
    answerWith({
      status: 200,
      body: {
        status: 'success',
        data: {
          alerts: [
            {
              labels: { alertname: 'A' },
              annotations: {},
              state: 'pending',
              activeAt: '2026-11-23T17:51:07.6Z',
              value: '+Inf',
            },
            {
              labels: { alertname: 'B' },
              annotations: {},
              state: 'inactive',
              activeAt: '2026-11-23T17:51:07.6Z',
              value: '1',
            },
          ],
        },
      },
    });
    expect(await DefaultPrometheusClient.fromConfig(CONFIG).alerts()).toEqual([
      {
        labels: { alertname: 'A' },
        annotations: {},
        state: 'pending',
        activeAt: '2026-11-23T17:51:07.6Z',
        value: Infinity,
      },
    ]);
  });

  it('reads exemplars', async () => {
    const requests = answerWith(
      recording('3.14.0', 'query_exemplars?query=demo_requests_total'),
    );
    const [first, second] = await DefaultPrometheusClient.fromConfig(
      CONFIG,
    ).exemplars({ query: 'demo_requests_total', start: 1, end: 2 });
    expect([...requests[0].form]).toEqual([
      ['query', 'demo_requests_total'],
      ['start', '1'],
      ['end', '2'],
    ]);
    expect(first.labels).toMatchObject({ job: 'demo', code: '200' });
    expect(second.exemplars[0]).toEqual({
      labels: {
        span_id: '00f067aa0ba902b7',
        trace_id: '00f067aa0ba902b7a3ce929d0e0e4736',
      },
      value: 1,
      time: 1795457892.145,
    });
  });

  it('leaves out the time of a target that was not scraped yet', async () => {
    const target = { labels: { job: 'a' }, scrapePool: 'a', health: 'unknown' };
    answerWith({
      status: 200,
      body: {
        status: 'success',
        data: {
          activeTargets: [
            {
              ...target,
              lastError: '',
              lastScrape: '0001-01-01T00:00:00Z',
              lastScrapeDuration: 0,
            },
          ],
        },
      },
    });
    expect(await DefaultPrometheusClient.fromConfig(CONFIG).targets()).toEqual([
      target,
    ]);
  });

  it.each([
    ['Mimir', 404, '404 page not found\n'],
    ['VictoriaMetrics', 400, 'unsupported path requested: "/api/v1/targets"'],
    ['a proxy that lets queries alone through', 403, 'Forbidden'],
    ['a proxy that lets nobody read this', 405, 'Method Not Allowed'],
  ])('knows what %s does not offer', async (_server, status, text) => {
    answerWith({ status, text, contentType: 'text/plain' });
    const client = DefaultPrometheusClient.fromConfig(CONFIG);
    for (const answer of [client.targets(), client.runtimeInfo()]) {
      await expect(answer).rejects.toMatchObject({
        name: 'NotImplementedError',
        message: expect.stringMatching(/^Prometheus 'default' does not offer/),
      });
    }
  });

  it('passes warnings on, and leaves hints of style out', async () => {
    answerWith(recording('3.14.0', 'query=increase'));
    const { warnings } = await DefaultPrometheusClient.fromConfig(CONFIG).query(
      { query: 'up' },
    );
    expect(warnings).toEqual([
      'PromQL warning: quantile value should be between 0 and 1, got 2 (1:54)',
    ]);
  });

  it('sends the query in the body, and only its own headers', async () => {
    const requests = answerWith(recording('2.42.0', 'query=fixed_values&'));
    await DefaultPrometheusClient.fromConfig({
      ...CONFIG,
      tenant: 'media',
      auth: { method: 'bearer', token: 'top-secret' },
    }).query({ query: 'up{a="b&c"}', time: 1795136400 });
    const [{ url, form, headers }] = requests;
    expect(url).toBe(`${URL_OF_SERVER}/api/v1/query`);
    expect([...form]).toEqual([
      ['query', 'up{a="b&c"}'],
      ['time', '1795136400'],
    ]);
    expect(headers.get('x-scope-orgid')).toBe('media');
    expect(headers.get('authorization')).toBe('Bearer top-secret');
    expect(headers.get('cookie')).toBeNull();
  });

  it.each([401, 403])(
    'blames the configured credentials for a %s, without naming them',
    async status => {
      answerWith({ status, text: 'token top-secret is not valid' });
      await expect(
        DefaultPrometheusClient.fromConfig({
          ...CONFIG,
          auth: { method: 'basic', username: 'u', password: 'top-secret' },
        }).query({ query: 'up' }),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: `Prometheus 'default' refused the configured credentials (${status}); check its auth in app-config`,
      });
    },
  );

  it('reads a text', async () => {
    answerWith({ status: 200, text: resultOf('string', [1, 'x']) });
    expect(
      await DefaultPrometheusClient.fromConfig(CONFIG).query({ query: '"x"' }),
    ).toEqual({ samples: [], resultType: 'string', text: 'x', warnings: [] });
  });

  it('reads samples of a time as they were taken', async () => {
    const metric = { job: 'a' };
    answerWith({
      status: 200,
      text: resultOf('matrix', [
        {
          metric,
          values: [
            [1.5, '2'],
            [3, 'NaN'],
          ],
        },
      ]),
    });
    expect(
      await DefaultPrometheusClient.fromConfig(CONFIG).query({
        query: 'up[5m]',
      }),
    ).toEqual({
      samples: [],
      resultType: 'matrix',
      series: [{ labels: metric, times: [1.5, 3], values: [2, NaN] }],
      warnings: [],
    });
  });

  it.each([
    ['starting up', 503, 'Service Unavailable', /503: Service Unavailable$/],
    ['a gateway', 502, '<html><h1>nginx at 10.1.2.3', /answered 502$/],
    ['a login page', 200, '<html>', /something that is not JSON/],
    ['another API', 200, '{"ok":true}', /answered 200 without a result/],
    ['logs', 200, resultOf('streams', []), /unexpected type \(streams\)/],
    [
      'an address in the text',
      500,
      '{"status":"error","errorType":"internal","error":"Get http://store.internal:1/x: dial tcp 10.1.2.3:10901: \\u001b[31mrefused"}',
      /answered 500: Get \(address\) dial tcp \(address\): \[31mrefused$/,
    ],
  ])('does not pass on %s', async (_what, status, text, message) => {
    answerWith({ status, text });
    await expect(
      DefaultPrometheusClient.fromConfig(CONFIG).query({ query: 'up' }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(message),
    });
  });
});

function resultOf(resultType: string, result: unknown): string {
  return JSON.stringify({ status: 'success', data: { resultType, result } });
}
