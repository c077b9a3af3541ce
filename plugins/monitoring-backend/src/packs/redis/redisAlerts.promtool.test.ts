import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { redisAlerts } from './redisAlerts';

const alerts = redisAlerts({
  entityRef: 'resource:default/cache',
  name: 'cache',
  title: 'Cache',
  selector: 'service="cache"',
  options: {},
});

/** A series of the server that is asked about. */
function of(name: string, labels: string = '', instance: string = 'cache-0') {
  const more = labels && `, ${labels}`;
  return `${name}{service="cache", job="redis", instance="${instance}"${more}}`;
}

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const up = of('redis_up');
const used = of('redis_memory_used_bytes');
const limit = of('redis_memory_max_bytes');
const machine = of('redis_total_system_memory_bytes');
const evicted = of('redis_evicted_keys_total');
const rejected = of('redis_rejected_connections_total');
const replicaUp = of('redis_up', '', 'cache-1');
const link = of('redis_master_link_up', 'master_host="cache-0"', 'cache-1');

type Case = [
  what: string,
  series: Record<string, string>,
  fires: number[],
  until?: number,
];

const CASES: Record<string, Case[]> = {
  RedisMemoryHigh: [
    [
      'from 5 minutes after more than 80 % are used',
      { [used]: '50x4 81x9 50x9', [limit]: '100x60' },
      minutes(10, 14),
    ],
    ['not at 80 %', { [used]: '80x40', [limit]: '100x40' }, []],
    ['not without a limit', { [used]: '9e9x40', [limit]: '0x40' }, []],
    [
      'without a limit when the machine is full',
      { [used]: '85x60', [limit]: '0x60', [machine]: '100x60' },
      minutes(5, 60),
    ],
    [
      'by the limit and not by the machine',
      { [used]: '85x60', [limit]: '100x60', [machine]: '9e9x60' },
      minutes(5, 60),
    ],
    [
      'on through two scrapes that fail',
      { [used]: '90x9 _x2 90x60', [limit]: '100x9 _x2 100x60' },
      minutes(5, 60),
    ],
    [
      'not when the last scrape before a server goes finds it full',
      { [used]: '50x9 90 stale', [limit]: '100x10 stale' },
      [],
    ],
    ['not without the series', { [up]: '1x60' }, []],
  ],
  RedisEvictionsRising: [
    [
      'while there are more than twice as many as before',
      { [evicted]: '0+120x90 11400+600x60' },
      minutes(99, 127),
      150,
    ],
    ['not at a steady rate', { [evicted]: '0+600x150' }, [], 150],
    ['not at less than one per second', { [evicted]: '0x90 0+59x40' }, [], 130],
    [
      'of a server that had never evicted',
      { [evicted]: '0x90 0+300x10 3000x60' },
      minutes(100, 112),
      150,
    ],
    [
      'on through two scrapes that fail',
      { [evicted]: '0x90 0+300x10 _x2 3900+300x60' },
      minutes(100, 135),
      150,
    ],
    [
      'not when the server restarts',
      { [evicted]: '0+120x90 0+120x60' },
      [],
      150,
    ],
    ['not without the series', { [up]: '1x60' }, []],
  ],
  RedisDown: [
    [
      'from 2 minutes after it stops answering',
      { [up]: '1x4 0x5 1x20' },
      minutes(7, 10),
    ],
    ['not after one scrape without an answer', { [up]: '1x4 0 1x20' }, []],
    [
      'on through a scrape that fails',
      { [up]: '0x9 stale 0x60' },
      minutes(2, 60),
    ],
    [
      'not when the last scrape before a server goes finds it stopped',
      { [up]: '1x9 0 stale', [of('redis_up', '', 'cache-1')]: '_x10 1x60' },
      [],
    ],
  ],
  RedisConnectionsRejected: [
    [
      'while any was refused in 10 minutes',
      { [rejected]: '0x14 3x40' },
      minutes(16, 24),
    ],
    ['not while none is', { [rejected]: '7x40' }, []],
    ['not when the server restarts', { [rejected]: '90x20 0x30' }, []],
    [
      'on those after a restart',
      { [rejected]: '90x20 0x9 2x30' },
      minutes(32, 40),
    ],
    [
      'once the exporter is let in again',
      { [rejected]: '0x14 _x6 900x40' },
      minutes(22, 24),
    ],
  ],
  RedisReplicationBroken: [
    [
      'from 2 minutes after the link is lost',
      { [link]: '1x4 0x5 1x20' },
      minutes(7, 10),
    ],
    ['not when it comes back at once', { [link]: '1x4 0 1x20' }, []],
    [
      'on through two scrapes that fail',
      { [link]: '0x9 _x2 0x60' },
      minutes(2, 60),
    ],
    [
      'on through a scrape that fails',
      { [link]: '0x9 stale 0x60', [replicaUp]: '1x9 stale 1x60' },
      minutes(2, 60),
    ],
    [
      'not after a failover, when the replica follows another master',
      {
        [link]: '1x9 0x1 stale',
        [of('redis_master_link_up', 'master_host="cache-2"', 'cache-1')]:
          '_x12 1x60',
        [replicaUp]: '1x80',
      },
      [],
    ],
    [
      'not for a replica that has become the master',
      { [link]: '1x9 0x1 stale', [replicaUp]: '1x80' },
      [],
    ],
    [
      'not when the last scrape before a replica goes finds it without',
      { [link]: '1x9 0 stale', [replicaUp]: '1x10 stale' },
      [],
    ],
    ['not without replicas', { [up]: '1x60' }, []],
  ],
  RedisMetricsMissing: [
    [
      'from 15 minutes after everything vanished',
      { [up]: '1x9' },
      minutes(25, 60),
    ],
    ['not while the server is down', { [up]: '0x60' }, []],
  ],
};

describe.each(Object.entries(CASES))('%s fires', (name, cases) => {
  it.each(cases)('%s', async (_what, series, fires, until = 60) => {
    expect(await firingMinutes(alerts, name, series, until)).toEqual(fires);
  });
});

it('asks every alert', () => {
  expect(Object.keys(CASES)).toEqual(alerts.map(({ name }) => name));
});
