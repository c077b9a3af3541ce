import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import {
  component,
  entityUrl,
  letOwnRequestsThrough,
  matrixOf,
  PROMETHEUS_URL,
  SentQuery,
  servePrometheus,
  startMonitoringBackend,
  vectorOf,
} from '../__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);

const TO = 1_800_003_600_000;
const RANGE = { from: TO - 3_600_000, to: TO };
const DAY = 86_400_000;
const SCOPE = [{ label: 'team', from: 'spec.owner' }];

type Options = Partial<Parameters<typeof startMonitoringBackend>[0]>;

async function start(options: Options = {}) {
  const server = await startMonitoringBackend({
    entities: [component('ingestor')],
    ...options,
    prometheus: { scope: SCOPE, ...options.prometheus },
  });
  const post = (path: string, body: object) =>
    request(server).post(entityUrl('ingestor', path)).send(body);
  return {
    server,
    post,
    explore: (expression: string, more: object = {}) =>
      post('/explore/query', { expression, range: RANGE, ...more }),
  };
}

let shared: ReturnType<typeof start> | undefined;

/** One for all tests that want nothing special of it: to start one takes long. */
function aBackend() {
  shared ??= start();
  return shared;
}

let sent: SentQuery[];
beforeEach(() => {
  letOwnRequestsThrough(upstreams);
  sent = servePrometheus(upstreams, ({ path, form }) =>
    path.endsWith('range') ? matrixOf([{ a: '1' }], form) : vectorOf(1),
  );
});
const ranges = () => sent.filter(({ path }) => path.endsWith('query_range'));

it.each<[string, string, object, RegExp]>([
  ['C01', 'up', { step: 1, range: { from: TO - 30 * DAY, to: TO } }, /take/],
  ['C01', 'up', { range: { from: TO - 5_000 * DAY, to: TO } }, /days/],
  ['C01', 'up', { step: 0 }, /step/],
  ['C02', 'rate(up[365d])', {}, /days back/],
  ['C02', 'up[1y:1s]', {}, /days back/],
  ['C02', 'max_over_time(up[1d:1s])', {}, /evaluated/],
  ['C02', 'max_over_time(max_over_time(up[90d:1h])[90d:1h])', {}, /days back/],
  ['C02', 'up offset 10y', {}, /days back/],
  ['C02', 'up @ 0', {}, /days back/],
  ['C03', '{__name__=~".+"}', {}, /could be any series/],
  ['C03', 'count by (__name__) ({__name__=~".+"})', {}, /could be any series/],
  ['C03', '{x!=""}', {}, /could be any series/],
  ['C03', '{team="team-media"}', {}, /could be any series/],
  ['C04', `up{a="${'x'.repeat(120_000)}"}`, {}, /16 KiB|too large/],
  ['C04', `${'('.repeat(5_000)}up${')'.repeat(5_000)}`, {}, /deeply/],
  ['C04', Array(3_000).fill('up').join('+'), {}, /deeply|not parse/],
  ['C05', `up{a=~"${'x|'.repeat(2_000)}y"}`, {}, /longer than 1000/],
])('%s · refuses what would cost too much: %.40s', async (...one) => {
  const [, expression, more, message] = one;
  const { explore } = await aBackend();
  const { status, body } = await explore(expression, more);
  expect(status).toBe(400);
  expect(body.error.message).toMatch(message);
  expect(ranges()).toEqual([]);
});

it('C05 · leaves patterns that take exponential time elsewhere to the server', async () => {
  const { explore } = await aBackend();
  const begun = performance.now();
  for (const pattern of ['(a+)+$', '(a|a)*b', '(.*)*x', '([a-z]+)*!']) {
    const { status } = await explore(
      `up{a=~"${pattern}", b="${'a'.repeat(5_000)}"}`,
    );
    expect(status).toBe(200);
  }
  expect(performance.now() - begun).toBeLessThan(10_000);
});

it('C10 · answers the others when the first of those who ask leaves', async () => {
  const { server } = await aBackend();
  let answerNow = () => {};
  const held = new Promise<void>(resolve => {
    answerNow = resolve;
  });
  let asked = 0;
  let isEnded = false;
  upstreams.use(
    http.post(
      `${PROMETHEUS_URL}/api/v1/query_range`,
      async ({ request: r }) => {
        asked += 1;
        r.signal.addEventListener('abort', () => {
          isEnded = true;
        });
        const form = Object.fromEntries(new URLSearchParams(await r.text()));
        await held;
        return Response.json(matrixOf([{ a: '1' }], form));
      },
    ),
  );
  const url = `http://127.0.0.1:${server.port()}${entityUrl(
    'ingestor',
    '/explore/query',
  )}`;
  const ask = (signal?: AbortSignal) =>
    fetch(url, {
      method: 'POST',
      signal,
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.user.header(),
      },
      body: JSON.stringify({ expression: 'slow', range: RANGE }),
    });
  const first = new AbortController();
  const answers = [ask(first.signal), ask(), ask()];
  while (asked === 0) {
    await wait(20);
  }
  await wait(300);
  first.abort();
  await expect(answers[0]).rejects.toThrow();
  await wait(100);
  expect(isEnded).toBe(false);
  answerNow();
  for (const answer of await Promise.all(answers.slice(1))) {
    expect(answer.status).toBe(200);
  }
  expect(asked).toBe(1);
});

it('C11 · shares an error with those who wait, and keeps it for nobody', async () => {
  let isBroken = true;
  let asked = 0;
  upstreams.use(
    http.post(
      `${PROMETHEUS_URL}/api/v1/query_range`,
      async ({ request: r }) => {
        asked += 1;
        const form = Object.fromEntries(new URLSearchParams(await r.text()));
        await wait(300);
        return isBroken
          ? Response.json({}, { status: 500 })
          : Response.json(matrixOf([{ a: '1' }], form));
      },
    ),
  );
  const { explore } = await aBackend();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => explore('hot')),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(503));
  expect(asked).toBeLessThanOrEqual(2);
  isBroken = false;
  expect((await explore('hot')).status).toBe(200);
});

it('C12 · knows a question again in other words, and keeps to steps of a ladder', async () => {
  const { explore } = await aBackend();
  const hour = 3_600_000;
  const to = Math.floor(Date.now() / hour) * hour - hour;
  const range = { from: to - hour, to };
  for (const words of [
    'sum(kept)',
    ' sum( kept )',
    'sum(kept) # 1',
    'sum(kept) # 2',
    'sum(\n\tkept # 2\n)',
    'sum(kept{})',
  ]) {
    expect((await explore(words, { range })).status).toBe(200);
  }
  // With a space within the brackets, and without.
  expect(ranges()).toHaveLength(2);
  const steps = new Set<number>();
  for (let points = 50; points < 500; points += 10) {
    const { body } = await explore('sum(kept)', {
      range,
      maxDataPoints: points,
    });
    steps.add(body.frame.stepSeconds);
  }
  expect(steps.size).toBeLessThan(12);
  expect(ranges().length).toBeLessThanOrEqual(steps.size + 1);
});

it('C13 · reads annotations of a megabyte without delay', async () => {
  const megabyte = 1_000_000;
  const hostile = [
    `http(${'a=b,'.repeat(megabyte / 4)}`,
    'availability 99.9% '.repeat(megabyte / 19),
    ' '.repeat(megabyte),
    `${'a'.repeat(megabyte)}!`,
    '{{'.repeat(megabyte / 2),
    `a${'="\\'.repeat(megabyte / 3)}`,
    '-'.repeat(megabyte),
    '9'.repeat(megabyte),
  ];
  const entities = hostile.map((text, index) =>
    component(`hostile-${index}`, {
      annotations: {
        'monitoring/packs': text,
        'monitoring/slos': text,
        'monitoring/selector': text,
        'monitoring/dashboards': text,
      },
    }),
  );
  const { server } = await start({ entities });
  const begun = performance.now();
  for (let index = 0; index < hostile.length; index += 1) {
    const { status } = await request(server).get(entityUrl(`hostile-${index}`));
    expect(status).toBe(200);
  }
  expect(performance.now() - begun).toBeLessThan(15_000);
});
