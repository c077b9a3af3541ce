import { CacheService } from '@backstage/backend-plugin-api';
import { CacheManager } from '@backstage/backend-defaults/cache';
import { mockServices } from '@backstage/backend-test-utils';
import { ModelPrometheus } from './__testUtils__/ModelPrometheus';
import { describeWithRedis, TestRedis } from './__testUtils__/TestRedis';
import { RangeCachingClient } from './RangeCachingClient';
import { RangeStore } from './RangeStore';
import { RestartWatch } from './RestartWatch';
import { SharedRangeStore } from './SharedRangeStore';

jest.setTimeout(30_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUERY = { query: 'x', start: 6_000, end: 7_200, step: 60 };

describeWithRedis('what replicas of the backend share', () => {
  let redis: TestRedis;
  let manager: CacheManager;
  let cache: CacheService;
  let now: number;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    redis = await TestRedis.start();
    manager = CacheManager.fromConfig(
      mockServices.rootConfig({
        data: {
          backend: { cache: { store: 'redis', connection: redis.url } },
        },
      }),
    );
    cache = manager.forPlugin('monitoring');
  });
  afterAll(async () => {
    // It has no way to be closed, and throws when the server goes away first.
    const { storeFactories } = manager as unknown as {
      storeFactories: {
        redis(plugin: string): { disconnect(): Promise<void> };
      };
    };
    await storeFactories.redis('monitoring').disconnect();
    await redis.stop();
  });
  beforeEach(() => {
    jest.clearAllMocks();
    now = Date.parse('2026-06-01T00:00:00Z');
  });

  async function replica(prometheus: ModelPrometheus, identity = 'model') {
    const restarts = RestartWatch.create({
      server: prometheus,
      atOnce: true,
      now: () => now,
    });
    await restarts.check();
    return RangeCachingClient.create({
      client: prometheus,
      identity,
      freshness: MINUTE,
      maxAge: HOUR,
      store: RangeStore.create({ maxBytes: 1e7 }),
      shared: SharedRangeStore.create({
        cache,
        maxAge: HOUR,
        logger,
        now: () => now,
      }),
      restarts,
      now: () => now,
    });
  }

  function model(): ModelPrometheus {
    const prometheus = new ModelPrometheus();
    prometheus.data = [
      { labels: { a: '1' }, value: time => (time % 120 ? NaN : -0) },
      { labels: { a: 'é😀' }, value: time => (time % 180 ? time : undefined) },
    ];
    return prometheus;
  }

  /** Until what was kept in the background is there. */
  const writes = jest.spyOn(SharedRangeStore.prototype, 'set');
  const written = () =>
    Promise.all(writes.mock.results.map(({ value }) => value));

  it('is asked for by the first of them alone', async () => {
    const prometheus = model();
    const first = await replica(prometheus);
    const answer = await first.queryRange(QUERY);
    await written();
    const second = await replica(prometheus);
    expect(await second.queryRange(QUERY)).toEqual({
      ...answer,
      cache: { state: 'hit', fetched: 0 },
    });
    expect(prometheus.asked).toHaveLength(1);
  });

  it('is asked for again after its longest age, or a start of the server', async () => {
    const prometheus = model();
    await (await replica(prometheus, 'aged')).queryRange(QUERY);
    await written();
    prometheus.startTime = new Date(now + 1_000).toISOString();
    now += 2_000;
    const restarted = await replica(prometheus, 'aged');
    expect((await restarted.queryRange(QUERY)).cache?.state).toBe('miss');
    await written();
    now += HOUR + 1;
    const later = await replica(prometheus, 'aged');
    expect((await later.queryRange(QUERY)).cache?.state).toBe('miss');
  });

  it('is not what somebody else asked', async () => {
    const prometheus = model();
    await (await replica(prometheus, 'a')).queryRange(QUERY);
    await written();
    const other = await replica(prometheus, 'b');
    expect((await other.queryRange(QUERY)).cache?.state).toBe('miss');
  });

  it('is not read while it is something else', async () => {
    const prometheus = model();
    const get = jest.spyOn(cache, 'get').mockResolvedValue('no gzip');
    const client = await replica(prometheus, 'strange');
    expect((await client.queryRange(QUERY)).cache?.state).toBe('miss');
    expect(logger.warn).toHaveBeenCalledTimes(1);
    get.mockRestore();
  });

  it('does not keep anybody waiting', async () => {
    const get = jest.spyOn(cache, 'get').mockReturnValue(new Promise(() => {}));
    const client = await replica(model(), 'slow');
    const startedAt = Date.now();
    expect((await client.queryRange(QUERY)).cache?.state).toBe('miss');
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    await written();
    get.mockRestore();
  });

  it('fails without anybody but the log being told, once', async () => {
    const down = new Error('connect ECONNREFUSED');
    const calls = [
      jest.spyOn(cache, 'get').mockRejectedValue(down),
      jest.spyOn(cache, 'set').mockRejectedValue(down),
    ];
    const client = await replica(model(), 'dead');
    expect((await client.queryRange(QUERY)).cache?.state).toBe('miss');
    expect((await client.queryRange(QUERY)).cache?.state).toBe('hit');
    await written();
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('connect ECONNREFUSED')],
    ]);
    calls.forEach(call => call.mockRestore());
  });
});
