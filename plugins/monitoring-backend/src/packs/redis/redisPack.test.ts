import path from 'node:path';
import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  documentationFaults,
  expressionsWithoutData,
  RecordedPage,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { readPages } from '../__testUtils__/readPages';
import { resourceContext } from '../__testUtils__/resourceContext';
import { redisAlerts } from './redisAlerts';
import { redisExpressions } from './redisExpressions';
import { redisPack } from './redisPack';

const contextOf = (service: string) => resourceContext(service, 'Cache');

function recorded(
  name: string,
  { pages = [1, 2], service = name } = {},
): RecordedPage {
  return {
    labels: { service, job: 'redis', instance: name },
    pages: readPages(__dirname, `exporter-${name}`, pages),
    secondsBetween: 42.1,
  };
}

describe('the redis pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      // One entity is a master and its replica, as they are scraped.
      recorded('1.45'),
      recorded('1.45-replica', { service: '1.45' }),
      recorded('1.45-no-maxmemory'),
      recorded('1.45-maxclients-full'),
      recorded('1.45-server-down', { pages: [1] }),
      recorded('1.88'),
      recorded('1.88-no-maxmemory'),
      {
        labels: { service: 'unlimited', job: 'redis', instance: 'unlimited' },
        pages: ['redis_memory_used_bytes 9e9\nredis_memory_max_bytes 0\n'],
      },
    ]);
  });

  afterAll(() => prometheus?.stop());

  /** Values by instance and what else tells series apart. */
  async function ask(expression: string) {
    const samples = await prometheus.query(expression);
    return Object.fromEntries(
      samples.map(({ labels: { job, ...labels }, value }) => [
        Object.values(labels).join(' '),
        value,
      ]),
    );
  }

  const redisOf = (service: string) =>
    redisExpressions(`service="${service}"`, '5m');

  it('is sound', () => {
    expect(checkPack(redisPack, contextOf('cache'))).toEqual([]);
  });

  it('is documented', () => {
    expect(
      documentationFaults(
        redisPack,
        contextOf('cache'),
        path.resolve(__dirname, '../../../../../docs'),
      ),
    ).toEqual([]);
  });

  it.each<[string, string[]]>([
    // More than an hour is needed to say that evictions rise.
    ['1.45', ['alert RedisEvictionsRising']],
    // Its replica was not recorded.
    [
      '1.88',
      [
        'overview/50 Replication B',
        'alert RedisEvictionsRising',
        'alert RedisReplicationBroken',
      ],
    ],
  ])('finds on exporter %s all that it shows', async (name, except) => {
    expect(
      await expressionsWithoutData(
        prometheus,
        redisPack,
        contextOf(name),
        except,
      ),
    ).toEqual([]);
  });

  it.each<[string, number, number, number, number]>([
    ['1.45', 1.0011895498, 0.2127666348, 351.55, 4253],
    ['1.88', 1.0028120677, 0.2128348262, 351.36, 4253],
  ])(
    'answers on exporter %s what was answered when it was recorded',
    async (name, memory, hits, evictions, rejected) => {
      const redis = redisOf(name);
      expect((await ask(redis.memoryUsage))[name]).toBeCloseTo(memory, 9);
      expect((await ask(redis.hitRatio))[name]).toBeCloseTo(hits, 9);
      expect((await ask(redis.evictions))[name]).toBeCloseTo(evictions, 2);
      expect((await ask(redis.rejectedConnections))[name]).toBe(rejected);
      expect((await ask(redis.clientUsage))[name]).toBe(0.95);
    },
  );

  it.each(['1.45-no-maxmemory', '1.88-no-maxmemory'])(
    'measures a server without a limit (%s) by its machine’s memory',
    async name => {
      const { memoryUsage } = redisOf(name);
      expect((await ask(memoryUsage))[name]).toBeCloseTo(0.001356, 6);
    },
  );

  it('has no memory usage where there is neither a limit nor the machine’s memory', async () => {
    expect(await ask(redisOf('unlimited').memoryUsage)).toEqual({});
  });

  it('has no hit rate of a replica that nobody reads', async () => {
    expect(Object.keys(await ask(redisOf('1.45').hitRatio))).toEqual(['1.45']);
  });

  it.each(['1.45-maxclients-full', '1.45-server-down'])(
    'says of %s that it is down',
    async name => {
      const alerts = redisAlerts(contextOf(name));
      const down = alerts.find(alert => alert.name === 'RedisDown')!;
      expect(await ask(`${down.expression} < 1`)).toEqual({ [name]: 0 });
    },
  );

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = redisPack.dashboards(contextOf('cache'));
    expect(id).toBe('overview');
    expect(
      (model.panels as any[])
        .filter(({ type }) => type !== 'row')
        .map(panel => `${panel.id} ${panel.title}`),
    ).toEqual([
      '1 Server',
      '2 Memory used',
      '3 Hit rate',
      '4 Commands',
      '5 Clients',
      '6 Evictions',
      '10 Memory used',
      '11 Memory',
      '12 Fragmentation',
      '20 Hit rate',
      '21 Keys',
      '22 Keys that expire',
      '23 Evicted and expired',
      '30 Commands',
      '31 Duration of commands',
      '32 Failed commands',
      '40 Clients',
      '41 Rejected connections',
      '42 Network',
      '50 Replication',
      '51 Replica lag',
      '52 Slow commands',
    ]);
  });
});
