import { mockServices } from '@backstage/backend-test-utils';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  CredentialsRefusedError,
  NoAnswerError,
  PrometheusRangeQuery,
} from '../../sources';
import { ModelPrometheus } from './__testUtils__/ModelPrometheus';
import {
  RangeCachingClient,
  RangeCachingClientOptions,
} from './RangeCachingClient';
import { RangeStore } from './RangeStore';
import { RestartWatch } from './RestartWatch';
import { SharedRangeStore } from './SharedRangeStore';

const MINUTE = 60_000;
/** Unix milliseconds. */
const NOW = 1_800_000_000_000;
/** Unix seconds. */
const T = NOW / 1_000;

let now: number;
let prometheus: ModelPrometheus;
let store: RangeStore;
let client: RangeCachingClient;
const observer = {
  answered: jest.fn(),
  joined: jest.fn(),
  reused: jest.fn(),
  holds: jest.fn(),
};

beforeEach(() => {
  jest.clearAllMocks();
  now = NOW;
  prometheus = new ModelPrometheus();
  prometheus.data = [{ labels: { a: '1' }, value: time => time }];
  store = RangeStore.create({ maxBytes: 1e7, observer });
  client = caching();
});

/** A client that keeps its answers in `store`. */
function caching(
  changes: Partial<RangeCachingClientOptions> = {},
): RangeCachingClient {
  return RangeCachingClient.create({
    client: prometheus,
    identity: 'model',
    freshness: MINUTE,
    maxAge: 60 * MINUTE,
    store,
    restarts: RestartWatch.create({
      server: prometheus,
      atOnce: true,
      now: () => now,
    }),
    observer,
    now: () => now,
    ...changes,
  });
}

/** One series until now, and another from now on. */
function takeTurns() {
  prometheus.data = [
    { labels: { a: '1' }, value: time => (time < T ? 1 : undefined) },
    { labels: { a: '2' }, value: time => (time < T ? undefined : 1) },
  ];
}

/** Lets everything that is due run. */
const settle = () => new Promise(resolve => setTimeout(resolve, 5));

/** Ten minutes that end now, ten steps. */
function asked(
  changes: Partial<PrometheusRangeQuery> = {},
): PrometheusRangeQuery {
  return { query: 'x', start: T - 600, end: T, step: 60, ...changes };
}

/** Asks, checks that it is what Prometheus would answer, and gives how it came about. */
async function ask(changes: Partial<PrometheusRangeQuery> = {}) {
  const { cache, ...answer } = await client.queryRange(asked(changes));
  expect(answer.series).toEqual(prometheus.answer(asked(changes)).series);
  return cache;
}

describe('what is fetched', () => {
  it('is nothing when all of it is known', async () => {
    const past = { end: T - 120 };
    expect(await ask(past)).toEqual({ state: 'miss', fetched: 9 });
    expect(await ask(past)).toEqual({ state: 'hit', fetched: 0 });
    expect(await ask({ start: T - 300, end: T - 180 })).toEqual({
      state: 'hit',
      fetched: 0,
    });
    expect(prometheus.ranges).toEqual([`${T - 600}–${T - 120}`]);
  });

  it('is what is younger than the freshness, each time', async () => {
    await ask();
    expect(await ask()).toEqual({ state: 'partial', fetched: 1 });
    now += MINUTE;
    expect(await ask({ start: T - 540, end: T + 60 })).toEqual({
      state: 'partial',
      fetched: 2,
    });
    expect(prometheus.ranges.slice(1)).toEqual([`${T}–${T}`, `${T}–${T + 60}`]);
  });

  it('is what is missing at both ends', async () => {
    await ask({ start: T - 400 - 20, end: T - 300 });
    await ask({ start: T - 600, end: T - 120 });
    expect(prometheus.ranges.slice(1)).toEqual([
      `${T - 600}–${T - 480}`,
      `${T - 240}–${T - 120}`,
    ]);
  });

  it('is one part instead of many', async () => {
    for (const start of [T - 3_600, T - 3_000, T - 2_400, T - 1_800]) {
      await ask({ start, end: start + 60 });
    }
    await ask({ start: T - 3_900, end: T - 1_500 });
    expect(prometheus.ranges.slice(4)).toEqual([`${T - 3_900}–${T - 1_500}`]);
  });

  it('is the same part once for all who ask at the same time', async () => {
    await ask();
    now += MINUTE;
    let open = () => {};
    prometheus.gate = new Promise(resolve => {
      open = resolve;
    });
    const answers = Array.from({ length: 50 }, () =>
      ask({ start: T - 540, end: T + 60 }),
    );
    open();
    await Promise.all(answers);
    expect(prometheus.asked).toHaveLength(2);
  });

  it('is asked for anew by whoever stays when the others leave', async () => {
    const leaver = new AbortController();
    const left = client.queryRange(asked(), { signal: leaver.signal });
    const stays = client.queryRange(asked());
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect((await stays).series).toHaveLength(1);
    expect(prometheus.asked).toHaveLength(1);
  });

  it('is all of it for those who ask something else', async () => {
    await ask();
    for (const changes of [
      { query: 'y' },
      { step: 30 },
      { start: T - 601, end: T - 1 },
      { limit: 100 },
      { limit: 101 },
    ]) {
      expect(await ask(changes)).toMatchObject({ state: 'miss' });
    }
  });

  it('is nothing for those who ask it in other words', async () => {
    await ask({ query: 'sum by (a) (x)', end: T - 60 });
    expect(
      await ask({ query: 'sum  by (a)\n(x) # y', end: T - 60 }),
    ).toMatchObject({ state: 'hit' });
  });

  it('counts from where the range begins, whatever its end', async () => {
    await ask({ end: T - 61 });
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'hit' });
  });
});

describe('what is put together', () => {
  it('ends a series that an empty part does not go on with', async () => {
    prometheus.data = [
      { labels: { a: '1' }, value: time => (time <= T - 60 ? 1 : undefined) },
      { labels: { a: '2' }, value: () => -0 },
    ];
    await ask();
    now += MINUTE;
    expect(await ask({ start: T - 540, end: T + 60 })).toMatchObject({
      state: 'partial',
    });
    now += MINUTE;
    prometheus.data.pop();
    expect(await ask({ start: T + 60, end: T + 120 })).toMatchObject({
      fetched: 0,
    });
  });

  it('has series that only a part has, in their order', async () => {
    prometheus.data = [
      { labels: { a: '1' }, value: time => (time > T ? 1 : undefined) },
      { labels: { a: '2' }, value: time => (time > T ? undefined : NaN) },
      { labels: { a: '3' }, value: () => Infinity },
      { labels: { b: '1' }, value: time => (time > T ? 1 : undefined) },
    ];
    await ask();
    now += MINUTE;
    expect(await ask({ start: T - 540, end: T + 60 })).toMatchObject({
      state: 'partial',
    });
  });

  it('is what Prometheus says now of what may have changed', async () => {
    await ask();
    prometheus.data = [
      { labels: { a: '1' }, value: time => (time < T ? time : 0) },
    ];
    expect(await ask()).toMatchObject({ state: 'partial' });
  });
});

describe('what is not kept', () => {
  it.each([
    'x @ end()',
    'topk(1, x)',
    'x offset -5m',
    `x @ ${T}`,
    'rate({job="a"}[5m])',
    'x +',
  ])('is the answer of %s', async query => {
    const past = { query, end: T - 120 };
    expect(await ask(past)).toEqual({ state: 'bypass', fetched: 9 });
    expect(await ask(past)).toEqual({ state: 'bypass', fetched: 9 });
  });

  it('is the answer at a moment within the freshness, until it is over', async () => {
    const query = `x @ ${T - 30}`;
    expect(await ask({ query })).toMatchObject({ state: 'bypass' });
    now += MINUTE;
    expect(await ask({ query })).toMatchObject({ state: 'miss' });
  });

  it('is a step that is no whole millisecond', async () => {
    const odd = { start: 0, end: 0.01, step: 0.0005 };
    const answer = await client.queryRange({ query: 'x', ...odd });
    expect(answer.cache).toMatchObject({ state: 'bypass' });
  });

  it('is a warned answer', async () => {
    prometheus.warnings = ['partial'];
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'miss' });
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'miss' });
    const answer = await client.queryRange(asked());
    expect(answer.warnings).toEqual(['partial']);
  });

  it('is an answer that has as many series as it may have', async () => {
    const limited = { limit: 1, end: T - 120 };
    expect(await ask(limited)).toMatchObject({ state: 'bypass' });
    expect(await ask(limited)).toMatchObject({ state: 'bypass' });
    expect(prometheus.asked).toHaveLength(2);
  });

  it('is one whose parts have too many series together', async () => {
    takeTurns();
    await ask({ end: T - 60, limit: 2 });
    expect(await ask({ limit: 2 })).toMatchObject({ state: 'bypass' });
    expect(prometheus.ranges).toEqual([
      `${T - 600}–${T - 60}`,
      `${T}–${T}`,
      `${T - 600}–${T}`,
    ]);
  });

  it('is, for replicas too, one whose parts do not make a whole', async () => {
    const cache = mockServices.cache.mock();
    const shared = SharedRangeStore.create({
      cache,
      maxAge: 60 * MINUTE,
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    client = caching({ shared });
    takeTurns();
    await ask({ end: T - 60, limit: 2 });
    expect(cache.delete).not.toHaveBeenCalled();
    await ask({ limit: 2 });
    expect(cache.delete).toHaveBeenCalledTimes(1);
  });

  it('is an answer in an order that is not that of Prometheus', async () => {
    prometheus.data = [
      { labels: { a: '2' }, value: () => 2 },
      { labels: { a: '1' }, value: () => 1 },
    ];
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'bypass' });
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'bypass' });
  });

  it('is an answer larger than what may be kept at all', async () => {
    store = RangeStore.create({ maxBytes: 5_000 });
    client = caching();
    await ask({ end: T - 120 });
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'miss' });
    expect(store.size).toBe(0);
  });

  it('is more than the neighbourhood of what is asked for', async () => {
    for (let hours = 0; hours < 100; hours += 1) {
      now = NOW + hours * 60 * MINUTE;
      await ask({ start: T + hours * 3_600 - 600, end: T + hours * 3_600 });
    }
    expect(store.size).toBeLessThan(8 * 2_200 + 2_000);
  });
});

describe('clocks', () => {
  it('keeps nothing that the server has not seen, when our clock is ahead', async () => {
    prometheus.answeredAt = NOW - 5 * MINUTE;
    await ask();
    await ask();
    expect(prometheus.ranges[1]).toBe(`${T - 300}–${T}`);
  });

  it('keeps nothing at a moment that the server has not seen', async () => {
    prometheus.answeredAt = NOW - 5 * MINUTE;
    const past = { query: `x @ ${T - 120}`, end: T - 600 };
    expect(await ask(past)).toMatchObject({ state: 'miss' });
    expect(await ask(past)).toMatchObject({ state: 'miss' });
    prometheus.answeredAt = NOW;
    expect(await ask(past)).toMatchObject({ state: 'miss' });
    expect(await ask(past)).toMatchObject({ state: 'hit' });
  });

  it('keeps nothing that we have not seen, when the server is ahead', async () => {
    prometheus.answeredAt = NOW + 60 * MINUTE;
    await ask();
    await ask();
    expect(prometheus.ranges[1]).toBe(`${T}–${T}`);
  });

  it('uses nothing younger than the freshness when our clock is put back', async () => {
    await ask();
    now -= 5 * MINUTE;
    await ask();
    expect(prometheus.ranges[1]).toBe(`${T - 300}–${T}`);
  });

  it('counts from when it asked, not from when it was answered', async () => {
    let open = () => {};
    prometheus.gate = new Promise(resolve => {
      open = resolve;
    });
    const answer = ask();
    await settle();
    now += 10 * MINUTE;
    open();
    await answer;
    await ask();
    expect(prometheus.ranges[1]).toBe(`${T}–${T}`);
  });

  it('asks for everything again after the longest age', async () => {
    await ask({ end: T - 120 });
    now += 60 * MINUTE;
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'hit' });
    now += 1;
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'miss' });
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'hit' });
  });
});

describe('when the server fails', () => {
  const down = new ServiceUnavailableError('Prometheus did not answer');

  it('gives what is known with its age, and does not keep it', async () => {
    await ask();
    now += 2 * MINUTE;
    prometheus.failure = down;
    const range = asked({ start: T - 480, end: T + 120 });
    const answer = await client.queryRange(range);
    expect(answer.cache).toEqual({
      state: 'stale',
      fetched: 0,
      staleMs: 3 * MINUTE,
      failure: down,
    });
    expect(answer.warnings).toEqual([
      'Prometheus did not answer; shown is what was known before, without the last 3m',
    ]);
    expect(answer.series[0].times[0]).toBe(T - 480);
    expect(answer.series[0].times).toHaveLength(8);
    prometheus.failure = undefined;
    expect(await ask({ start: T - 480, end: T + 120 })).toMatchObject({
      state: 'partial',
      fetched: 3,
    });
  });

  it('shows nothing of before when it does not let us in any more', async () => {
    await ask();
    now += 2 * MINUTE;
    prometheus.failure = new CredentialsRefusedError('Refused');
    await expect(
      client.queryRange(asked({ start: T - 480, end: T + 120 })),
    ).rejects.toThrow('Refused');
  });

  it('gives what is older than the longest age rather than nothing', async () => {
    await ask({ end: T - 120 });
    now += 61 * MINUTE;
    prometheus.failure = down;
    const answer = await client.queryRange(asked({ end: T - 60 }));
    expect(answer.cache).toMatchObject({ state: 'stale', staleMs: MINUTE });
  });

  it('says so when less than half of it is known', async () => {
    await ask();
    now += 10 * MINUTE;
    prometheus.failure = down;
    await expect(
      client.queryRange(asked({ start: T, end: T + 600 })),
    ).rejects.toThrow(down);
  });

  it('says so when the query is at fault', async () => {
    await ask();
    prometheus.failure = new InputError('too many samples');
    await expect(client.queryRange(asked())).rejects.toThrow(
      'too many samples',
    );
  });

  it.each([
    ['at once when it could not be reached', new NoAnswerError('refused'), 1],
    ['not when it was slow', new NoAnswerError('late', { isTimeout: true }), 0],
    ['not when we asked too much', down, 0],
    ['not when the query was at fault', new InputError('too many samples'), 0],
  ])(
    'asks whether it was started anew only once it answers again, and %s',
    async (_, failure, times) => {
      await ask();
      await settle();
      const runtimeInfo = jest.spyOn(prometheus, 'runtimeInfo');
      prometheus.failure = failure;
      await client.queryRange(asked()).catch(() => {});
      await client.queryRange(asked()).catch(() => {});
      // It would take the place of a query, and be the trial of a server that fails.
      expect(runtimeInfo).not.toHaveBeenCalled();
      prometheus.failure = undefined;
      await ask();
      expect(runtimeInfo).toHaveBeenCalledTimes(times);
    },
  );

  it('says so when nothing is known', async () => {
    prometheus.failure = down;
    await expect(client.queryRange(asked())).rejects.toThrow(down);
    await expect(
      client.queryRange(asked({ query: 'x @ end()' })),
    ).rejects.toThrow(down);
  });
});

describe('when the server was started anew', () => {
  it('uses nothing that was asked for before', async () => {
    await ask({ end: T - 120 });
    await settle();
    now += MINUTE;
    prometheus.startTime = '2027-01-01T00:00:00Z';
    prometheus.data = [{ labels: { a: '9' }, value: () => 9 }];
    await client.queryRange(asked({ end: T - 120 }));
    await settle();
    now += 1;
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'miss' });
    expect(await ask({ end: T - 120 })).toMatchObject({ state: 'hit' });
  });
});

describe('what is told', () => {
  it('is how each question was answered, and what is held', async () => {
    await ask();
    await ask();
    await ask({ query: 'topk(1, x)' });
    expect(observer.answered.mock.calls.map(([event]) => event)).toEqual([
      { instance: 'model', state: 'miss', samples: 11, fetched: 11 },
      { instance: 'model', state: 'partial', samples: 11, fetched: 1 },
      { instance: 'model', state: 'bypass', samples: 11, fetched: 11 },
    ]);
    expect(observer.holds).toHaveBeenLastCalledWith({
      cache: 'ranges',
      bytes: store.size,
      entries: 1,
    });
  });
});
