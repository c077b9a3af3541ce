import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PrometheusConfig, PrometheusType } from '../../config';
import recorded from './__fixtures__/recordedOthers.json';
import { DefaultPrometheusClient } from './DefaultPrometheusClient';

const CONFIG: PrometheusConfig = {
  id: 'a',
  url: 'http://server.test/base',
  scope: [{ label: 'namespace', from: 'metadata.namespace' }],
  auth: { method: 'none' },
  limits: {
    timeout: 5_000,
    maxSeries: 2_000,
    maxConcurrent: 5,
    maxResponseBytes: 1_000_000,
  },
};

const QUERY = 'sum(up{namespace="media"}) / sum(x{namespace="media",a="b"})';
const RANGE = { query: QUERY, start: 0, end: 60, step: 60 };

const server = setupServer();
registerMswTestHooks(server);

function answerWith(status: number, body: unknown, type = 'application/json') {
  const requests: {
    url: string;
    fields: Record<string, string>;
    headers: Headers;
  }[] = [];
  server.use(
    http.all('http://server.test/*', async ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      const form = new URLSearchParams(await request.text());
      requests.push({
        url: pathname,
        fields: Object.fromEntries([...searchParams, ...form]),
        headers: request.headers,
      });
      return new HttpResponse(
        typeof body === 'string' ? body : JSON.stringify(body),
        { status, headers: { 'content-type': type } },
      );
    }),
  );
  return requests;
}

/** Answers as one of them did. */
function replay(of: string, part: string) {
  const found = recorded.find(
    one => one.server === of && JSON.stringify(one).includes(part),
  );
  if (!found) {
    throw new Error(`No recording of ${of} with ${part}`);
  }
  const { status, text, body, contentType } = found as {
    status: number;
    text?: string;
    body?: unknown;
    contentType?: string;
  };
  return answerWith(status, text ?? body, contentType);
}

const EMPTY = {
  status: 'success',
  data: { resultType: 'matrix', result: [] },
};

const clientOf = (type: PrometheusType, more: Partial<PrometheusConfig> = {}) =>
  DefaultPrometheusClient.fromConfig({ ...CONFIG, type, ...more });

describe('what is asked', () => {
  it.each<
    [
      PrometheusType,
      Partial<PrometheusConfig>,
      { path?: string; header?: string; fields?: Record<string, string> },
    ]
  >([
    ['prometheus', {}, {}],
    ['prometheus', { tenant: 'media' }, { header: 'x-scope-orgid: media' }],
    ['mimir', {}, {}],
    [
      'mimir',
      {
        tenant: 'media',
        auth: { method: 'headers', headers: { 'X-Scope-OrgID': 'other' } },
      },
      { header: 'x-scope-orgid: media' },
    ],
    ['mimir', { tenant: 'a|b' }, { header: 'x-scope-orgid: a|b' }],
    ['thanos', {}, { fields: { dedup: 'true', partial_response: 'false' } }],
    [
      'thanos',
      { tenant: 'media', partialResponse: true },
      {
        header: 'thanos-tenant: media',
        fields: { dedup: 'true', partial_response: 'true' },
      },
    ],
    [
      'victoriametrics',
      {},
      {
        fields: {
          deny_partial_response: '1',
          'extra_filters[]': '{namespace="media"}',
        },
      },
    ],
    [
      'victoriametrics',
      { tenant: '7:42', partialResponse: true, scope: [] },
      { path: '/base/select/7:42/prometheus/api/v1/query_range' },
    ],
  ])('of %s with %j', async (type, more, expected) => {
    const requests = answerWith(200, EMPTY);
    await clientOf(type, more).queryRange(RANGE);
    const [{ url, fields, headers }] = requests;
    expect(url).toBe(expected.path ?? '/base/api/v1/query_range');
    expect(fields).toEqual({
      query: QUERY,
      start: '0',
      end: '60',
      step: '60',
      ...expected.fields,
    });
    const tenants = ['x-scope-orgid', 'thanos-tenant'].flatMap(name =>
      headers.has(name) ? [`${name}: ${headers.get(name)}`] : [],
    );
    expect(tenants).toEqual(expected.header ? [expected.header] : []);
  });

  it.each([
    [{ start: 0, end: 86_400, step: 3_600 }, undefined],
    // Hours of a clock that is half an hour off, and days of Berlin.
    [{ start: 1_800, end: 88_200, step: 3_600 }, '1'],
    [{ start: -3_600, end: 82_800, step: 86_400 }, '1'],
  ])(
    'leaves the cache of VictoriaMetrics out, which would move it: %j',
    async (range, nocache) => {
      const requests = answerWith(200, EMPTY);
      const client = clientOf('victoriametrics');
      await client.queryRange({ ...RANGE, ...range });
      await client.query({ query: QUERY, time: 1_800 });
      expect(requests.map(({ fields }) => fields.nocache)).toEqual([
        nocache,
        undefined,
      ]);
    },
  );

  it('limits lists of labels beside their selectors too', async () => {
    const requests = answerWith(200, { status: 'success', data: [] });
    const client = clientOf('victoriametrics');
    const query = { match: ['{namespace="media"}'], start: 0, end: 60 };
    await client.labelNames(query);
    await client.labelValues('job', query);
    await client.series({ ...query, match: ['up{namespace="media",a="b"}'] });
    await client.labelNames({ ...query, match: undefined });
    expect(requests.map(({ fields }) => fields['extra_filters[]'])).toEqual([
      '{namespace="media"}',
      '{namespace="media"}',
      '{namespace="media"}',
      undefined,
    ]);
  });
});

describe('what Mimir answers', () => {
  const client = clientOf('mimir', { tenant: 'media' });

  it('reads values as those of Prometheus, in whatever order', async () => {
    replay('mimir', 'query=fixed_values&');
    const { samples } = await client.query({ query: 'fixed_values' });
    const values = new Map(
      samples.map(({ labels, value }) => [labels.kind, value]),
    );
    expect(values.get('nan')).toBeNaN();
    expect(values.get('posinf')).toBe(Infinity);
    expect(values.get('third')).toBe(1 / 3);
    expect(values.size).toBe(10);
  });

  it.each([
    [
      'err-mimir-max-total-query-length',
      'InputError',
      "Prometheus 'a' does not answer about so much time at once (at most 24h0m0s); choose a shorter range",
    ],
    [
      'err-mimir-max-query-length',
      'InputError',
      "Prometheus 'a' does not look back so far at once (at most 12h0m0s); choose a shorter window in the query",
    ],
    [
      'err-mimir-max-series-per-query',
      'InputError',
      "Prometheus 'a' would have to read too much for the query (at most 3 series); choose a shorter range or fewer series",
    ],
    [
      'err-mimir-max-chunks-per-query',
      'InputError',
      "Prometheus 'a' would have to read too much for the query (at most 3 chunks); choose a shorter range or fewer series",
    ],
    [
      'err-mimir-max-estimated-memory',
      'InputError',
      "Prometheus 'a' would have to read too much for the query (at most 2000 bytes); choose a shorter range or fewer series",
    ],
    [
      'err-mimir-max-query-expression-size-bytes',
      'InputError',
      "Prometheus 'a' does not read so long a query (at most 200)",
    ],
    [
      'err-mimir-query-blocked',
      'InputError',
      "Prometheus 'a' does not run this query: its operator blocks it",
    ],
    [
      'cannot parse',
      'InputError',
      `Prometheus 'a' cannot read the query: invalid parameter "step": cannot parse "abc" to a valid duration`,
    ],
    [
      'too many outstanding',
      'UpstreamUnavailableError|ServiceUnavailableError',
      "Prometheus 'a' takes no requests at the moment (429)",
    ],
    [
      'no org id',
      'ServiceUnavailableError',
      "Prometheus 'a' holds data of several tenants; name one by its tenant in app-config",
    ],
    [
      'too many tenant IDs',
      'ServiceUnavailableError',
      "Prometheus 'a' does not answer across tenants; name one by its tenant in app-config",
    ],
  ])('says %s to people', async (part, name, message) => {
    replay('mimir', part);
    await expect(client.queryRange(RANGE)).rejects.toMatchObject({
      name: expect.stringMatching(name),
      message: expect.stringContaining(message),
    });
  });

  it('offers no targets', async () => {
    replay('mimir', '/targets');
    await expect(client.targets()).rejects.toMatchObject({
      name: 'NotImplementedError',
    });
  });
});

describe('what Thanos answers', () => {
  const refused = (error: string) =>
    answerWith(422, { status: 'error', errorType: 'execution', error });

  it('says that a store is down, and not that the query is wrong', async () => {
    refused(
      'expanding series: proxy Series(): rpc error: code = Aborted desc = fetch series for {replica="a"} Addr: 10.1.2.3:10901: rpc error: code = Unavailable desc = connection refused',
    );
    await expect(clientOf('thanos').queryRange(RANGE)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /^Prometheus 'a' could not read from all of its stores, and partial answers are not allowed \(partialResponse\): (?!.*10\.1\.2)/,
      ),
    });
  });

  it('leaves queries to blame where they are', async () => {
    refused('multiple matches for labels: grouping labels must ensure unique');
    await expect(clientOf('thanos').queryRange(RANGE)).rejects.toMatchObject({
      name: 'InputError',
    });
  });
});

describe('what VictoriaMetrics answers', () => {
  const client = clientOf('victoriametrics');

  it.each([
    [422, 'QueryExecutionError|InputError', 'cannot run the query: cannot'],
    [400, 'InputError', 'cannot read the query: cannot'],
    [503, 'ServiceUnavailableError', 'answered 503: cannot'],
  ])('says %s as Prometheus would', async (status, name, message) => {
    answerWith(status, {
      status: 'error',
      errorType: String(status),
      error: 'cannot fetch series',
    });
    await expect(client.queryRange(RANGE)).rejects.toMatchObject({
      name: expect.stringMatching(name),
      message: expect.stringContaining(`Prometheus 'a' ${message}`),
    });
  });

  it('warns when nodes did not answer', async () => {
    answerWith(200, { ...EMPTY, isPartial: true });
    expect((await client.queryRange(RANGE)).warnings).toEqual([
      'The answer is partial: some of the nodes that store data did not answer',
    ]);
  });

  it('offers no targets in a cluster', async () => {
    answerWith(
      400,
      'remoteAddr: "10.1.2.3:4"; requestURI: /x; unsupported path requested: "/x"',
    );
    await expect(client.targets()).rejects.toMatchObject({
      name: 'NotImplementedError',
      message: "Prometheus 'a' does not offer /api/v1/targets",
    });
  });
});

describe('what Grafana answers for its data source', () => {
  const client = clientOf('prometheus', {
    grafana: { id: 'default', datasource: 'prom' },
  });

  it('passes answers on', async () => {
    replay('grafana', 'query_range');
    const { series } = await client.queryRange(RANGE);
    expect(series[0].values).toEqual([1, 1, 1]);
  });

  it.each([
    [
      '/uid/nope/',
      "Prometheus 'a' is asked by the data source 'prom' of Grafana 'default', which is not there or not for our identity; check monitoring.prometheus[].grafana.datasource",
    ],
    [
      '/uid/dead/',
      "Prometheus 'a' gives no answer to the data source 'prom' of Grafana 'default', or not in time; test the data source in Grafana",
    ],
    [
      'auth.unauthorized',
      "Grafana 'default', through which Prometheus 'a' is asked, refused the configured credentials (401); check its auth in app-config",
    ],
    [
      'access denied',
      "Grafana 'default' does not let us ask for Prometheus 'a' by the data source 'prom' of Grafana 'default'; give our identity the permission datasources:query on it",
    ],
    [
      'Authentication to data source failed',
      "Prometheus 'a' refused the credentials of the data source 'prom' of Grafana 'default'; check them in Grafana",
    ],
  ])('says whose fault %s is', async (part, message) => {
    replay('grafana', part);
    for (const answer of [client.queryRange(RANGE), client.targets()]) {
      await expect(answer).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message,
      });
    }
  });

  it.each([
    ['query=up{', /cannot read the query: .*parse error/],
    [
      'uid/prom/api/v1/nope',
      /^Prometheus 'a' answered 404: 404 page not found$/,
    ],
    ['x429', /takes no requests at the moment \(429\)/],
  ])('leaves to the server what is of %s', async (part, message) => {
    replay('grafana', part);
    await expect(client.queryRange(RANGE)).rejects.toThrow(message);
  });
});
