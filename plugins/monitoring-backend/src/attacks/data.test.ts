import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  httpDashboardUid,
  letOwnRequestsThrough,
  PROMETHEUS_URL,
  rangeQueries,
  SentQuery,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from '../__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);

const UID = httpDashboardUid('ingestor');
const FROM = 1_800_000_000_000;
const TO = FROM + 3_600_000;
const RANGE = { from: FROM, to: TO };

let sent: SentQuery[];
beforeEach(() => {
  letOwnRequestsThrough(upstreams);
  sent = servePrometheus(upstreams);
});

let backend: ReturnType<typeof startMonitoringBackend> | undefined;

/** One for all tests that want nothing special of it: to start one takes long. */
function aBackend() {
  backend ??= startMonitoringBackend({
    entities: [component('ingestor')],
    prometheus: { scope: [{ label: 'team', from: 'spec.owner' }] },
  });
  return backend;
}

async function explore(expression: string) {
  return request(await aBackend())
    .post(entityUrl('ingestor', '/explore/query'))
    .send({ expression, range: RANGE });
}

it('D01 · leaves the prototype of objects alone, whatever a dashboard or a body says', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString'];
  const evil = JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  serveGrafana(upstreams, {
    [UID]: {
      uid: UID,
      title: 'Edited',
      ...evil,
      templating: {
        list: names.map(name => ({
          name,
          type: 'custom',
          query: 'a,b',
          ...evil,
        })),
      },
      panels: names.map((name, index) => ({
        id: index + 1,
        type: name,
        title: name,
        options: evil,
        fieldConfig: { defaults: evil, overrides: [evil] },
        targets: [{ refId: name, expr: `up{a="$\{${name}}"}`, ...evil }],
      })),
    },
  });
  const server = await startMonitoringBackend({
    entities: [
      component('ingestor', {
        annotations: JSON.parse(
          '{"monitoring/packs":"http(__proto__=a, constructor=b)","__proto__":"x","monitoring/__proto__":"y"}',
        ),
        spec: JSON.parse('{"__proto__":{"polluted":1}}'),
      }),
    ],
    grafana: true,
  });
  const query = (more: string) =>
    request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .set('Content-Type', 'application/json')
      .send(
        `{"dashboard":"${UID}","panels":[1,2,3,4],"range":{"from":${FROM},"to":${TO}},"variables":{"__proto__":"a","constructor":"b"}${more}}`,
      );
  const panels = await query('');
  expect(panels.status).toBe(200);
  expect(panels.text.trim().split('\n')).toHaveLength(4);
  expect((await query(',"__proto__":{"polluted":1}')).status).toBe(400);
  for (const path of ['', '/dashboards', `/dashboards/${UID}`]) {
    const { status } = await request(server).get(entityUrl('ingestor', path));
    expect(status).toBe(200);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('D03 · takes from an upstream', () => {
  const answerWith = (text: string) =>
    upstreams.use(
      http.post(
        `${PROMETHEUS_URL}/api/v1/query_range`,
        () =>
          new HttpResponse(text, {
            headers: { 'Content-Type': 'application/json' },
          }),
      ),
    );
  const series = (metric: string, values: string) =>
    `{"status":"success","data":{"resultType":"matrix","result":[{"metric":${metric},"values":${values}}]}}`;

  it('values that are no numbers to JSON, as JSON', async () => {
    const step = 15;
    const texts = ['"NaN"', '"+Inf"', '"-Inf"', '"1e400"', '"-0"', '"5e-324"'];
    const values = texts.map(
      (text, index) => `[${FROM / 1_000 + index * step},${text}]`,
    );
    answerWith(series('{}', `[${values}]`));
    const { status, body, text } = await explore('odd');
    expect(status).toBe(200);
    expect(text).not.toMatch(/[:,[](NaN|-?Infinity)/);
    expect(body.frame.series[0].values).toHaveLength(body.frame.times.length);
  });

  it.each([
    ['doubled keys', '{"a":"1","a":"2"}', { a: '2' }],
    ['a long label', `{"a":"${'x'.repeat(10_000)}"}`, expect.anything()],
    ['half a character', '{"a":"\\ud800"}', expect.anything()],
    ['markup', '{"a":"<img src=x>"}', { a: '<img src=x>' }],
    ['prototypes', '{"__proto__":"x","constructor":"y"}', expect.anything()],
  ])('labels with %s', async (_what, metric, labels) => {
    answerWith(series(metric, `[[${FROM / 1_000},"1"]]`));
    const { status, body } = await explore(`odd_${_what.replace(/\W/g, '_')}`);
    expect(status).toBe(200);
    const found = body.frame.series.map(
      (one: { labels: object }) => one.labels,
    );
    expect(found).toEqual([labels]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['arrays without an end', '['.repeat(100_000)],
    ['arrays within arrays', '['.repeat(50_000) + ']'.repeat(50_000)],
    [
      'depth within a series',
      series('{}', '['.repeat(50_000) + ']'.repeat(50_000)),
    ],
    ['noise', '\u0000\ufffd}{]['],
    ['nothing', ''],
  ])('no %s', async (what, text) => {
    answerWith(text);
    const { status, body } = await explore(`deep_${what.replace(/\W/g, '_')}`);
    expect(status).toBe(503);
    expect(body.error.name).toBe('ServiceUnavailableError');
  });
});

it.each([
  '"from":0,"to":1e999',
  '"from":-1,"to":1',
  '"from":"0x10","to":1',
  '"from":NaN,"to":1',
  '"from":2,"to":1',
  '"from":0,"to":1e300',
  '"from":1800000000000.5,"to":1800003600000',
  '"from":null,"to":1',
  '"from":1800000000000',
])('D04 · refuses the range %s', async range => {
  const server = await aBackend();
  for (const [path, more] of [
    ['/panels/query', `"dashboard":"${UID}","panels":[10]`],
    ['/explore/query', '"expression":"up"'],
    [`/dashboards/${UID}/marks`, '"names":[]'],
  ]) {
    const { status } = await request(server)
      .post(entityUrl('ingestor', path))
      .set('Content-Type', 'application/json')
      .send(`{${more},"range":{${range}}}`);
    expect(status).toBe(400);
  }
  expect(rangeQueries(sent)).toEqual([]);
});

it.each([
  ['explore', '"step":0'],
  ['explore', '"step":-1'],
  ['explore', '"step":1e999'],
  ['explore', '"step":"0x10"'],
  ['explore', '"maxDataPoints":0'],
  ['explore', '"maxDataPoints":1e9'],
  ['panels', '"maxDataPoints":-5'],
  ['panels', '"maxDataPoints":"many"'],
])('D04 · refuses to %s with %s', async (what, more) => {
  const own =
    what === 'explore'
      ? '"expression":"up"'
      : `"dashboard":"${UID}","panels":[10]`;
  const { status } = await request(await aBackend())
    .post(entityUrl('ingestor', `/${what}/query`))
    .set('Content-Type', 'application/json')
    .send(`{${own},"range":{"from":${FROM},"to":${TO}},${more}}`);
  expect(status).toBe(400);
  expect(rangeQueries(sent)).toEqual([]);
});

describe('D05 · text of every script', () => {
  it.each([
    'up{a="\ud800"}',
    'up\u0000',
    'up\u2028',
    'up{a="\u0000"}',
    '\udfff',
  ])('is refused when it is none: %j', async expression => {
    const { status } = await explore(expression);
    expect(status).toBe(400);
    expect(rangeQueries(sent)).toEqual([]);
  });

  it('is passed on as it is, and given back as it is', async () => {
    const value = 'a\u202ecba ü 監視 \u{1f600}';
    upstreams.use(
      http.post(
        `${PROMETHEUS_URL}/api/v1/query_range`,
        async ({ request: r }) => {
          sent.push({
            path: '/api/v1/query_range',
            form: Object.fromEntries(new URLSearchParams(await r.text())),
            headers: {},
          });
          return HttpResponse.json({
            status: 'success',
            data: {
              resultType: 'matrix',
              result: [{ metric: { a: value }, values: [[FROM / 1_000, '1']] }],
            },
          });
        },
      ),
    );
    const { body } = await explore(`up{a="${value}"}`);
    expect(rangeQueries(sent)[0].form.query).toBe(
      `up{team="team-media", a="${value}"}`,
    );
    expect(body.frame.series[0].labels).toEqual({ a: value });
  });
});
