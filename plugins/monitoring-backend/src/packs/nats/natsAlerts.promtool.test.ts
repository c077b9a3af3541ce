import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { natsAlerts } from './natsAlerts';

const alerts = natsAlerts({
  entityRef: 'resource:default/queue',
  name: 'queue',
  title: 'Queue',
  selector: 'service="queue"',
  options: {},
});

/** A series of the server that is asked about. */
function of(name: string, labels: string = '', instance: string = 'nats-0') {
  const more = labels && `, ${labels}`;
  return `${name}{service="queue", job="nats", instance="${instance}"${more}}`;
}

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const CONSUMER = 'account="APP", stream_name="ORDERS", consumer_name="billing"';
const pending = of('jetstream_consumer_num_pending', CONSUMER);
const prefixed = of('nats_consumer_num_pending', CONSUMER);
const slow = of('gnatsd_varz_slow_consumers');
const connections = of('gnatsd_varz_connections');
const exporter = of('up');
const ok = of('gnatsd_healthz_status_value', 'value="ok"');
const unreachable = of('nats_healthz_status_value', 'value="unreachable"');
const STREAM = 'account="APP", stream_name="ORDERS"';
const streamBytes = of('jetstream_stream_total_bytes', STREAM);
const streamLimit = of('jetstream_stream_limit_bytes', STREAM);
const storage = of('gnatsd_varz_jetstream_stats_storage');
const storageLimit = of('gnatsd_varz_jetstream_config_max_storage');

type Case = [what: string, series: Record<string, string>, fires: number[]];

const CASES: Record<string, Case[]> = {
  ConsumerLag: [
    [
      'from 5 minutes after more than 10,000 wait',
      { [pending]: '0x4 10001x9 0x20' },
      minutes(10, 14),
    ],
    ['not at 10,000', { [pending]: '10000x40' }, []],
    [
      'on the name with the prefix',
      { [prefixed]: '0x4 10001x9 0x20' },
      minutes(10, 14),
    ],
    [
      'not for replicas that have 10,000 together',
      {
        [pending]: '6000x40',
        [of('jetstream_consumer_num_pending', CONSUMER, 'nats-1')]: '6000x40',
      },
      [],
    ],
    [
      'on when another replica becomes the leader',
      {
        [pending]: '20000x9 stale',
        [of('jetstream_consumer_num_pending', CONSUMER, 'nats-1')]:
          '_x9 20000x60',
      },
      minutes(5, 60),
    ],
    [
      'on through two scrapes that fail',
      { [pending]: '20000x9 _x2 20000x60' },
      minutes(5, 60),
    ],
    [
      'not for a consumer that was deleted meanwhile',
      { [pending]: '0x4 20000x1 stale' },
      [],
    ],
    ['not without the series', { [connections]: '3x40' }, []],
  ],
  NatsSlowConsumers: [
    [
      'while one was cut off in 10 minutes',
      { [slow]: '0x14 3x40' },
      minutes(16, 24),
    ],
    ['not while none is', { [slow]: '7x40' }, []],
    ['not when the server restarts', { [slow]: '90x20 0x30' }, []],
    ['on those after a restart', { [slow]: '90x20 0x9 2x30' }, minutes(32, 40)],
    [
      'on through two scrapes that fail',
      { [slow]: '0+1x9 _x2 11+1x60' },
      minutes(2, 60),
    ],
    ['not without the series', { [connections]: '3x40' }, []],
  ],
  NatsDown: [
    [
      'from 2 minutes after the health check fails',
      {
        [ok]: '1x4 stale _x5 1x70',
        [unreachable]: '_x5 0x5 stale',
        [connections]: '3x4 stale _x5 3x70',
        [exporter]: '1x60',
      },
      minutes(7, 10),
    ],
    [
      'on through a scrape that fails',
      { [unreachable]: '0x9 stale 0x60' },
      minutes(2, 60),
    ],
    [
      'not when the last scrape before a server goes finds it stopped',
      {
        [ok]: '1x9 stale',
        [unreachable]: '_x10 0 stale',
        [of('gnatsd_healthz_status_value', 'value="ok"', 'nats-1')]:
          '_x10 1x60',
      },
      [],
    ],
    [
      'without a health check, when the exporter has lost its server',
      { [connections]: '3x4 stale _x29 3x60', [exporter]: '1x80' },
      minutes(12, 34),
    ],
    [
      'not when a server is moved and its exporter goes with it',
      { [connections]: '3x4 stale', [exporter]: '1x4 stale' },
      [],
    ],
    [
      'not for two scrapes that fail',
      {
        [ok]: '1x9 _x2 1x60',
        [connections]: '3x9 _x2 3x60',
        [exporter]: '1x9 0x1 1x60',
      },
      [],
    ],
    [
      'not for a server whose connections nobody asks for',
      { [pending]: '0x60', [exporter]: '1x60' },
      [],
    ],
  ],
  NatsStreamNearlyFull: [
    [
      'from 15 minutes after more than 90 % are held',
      { [streamBytes]: '50x4 91x19 50x9', [streamLimit]: '100x60' },
      minutes(20, 24),
    ],
    ['not at 90 %', { [streamBytes]: '90x60', [streamLimit]: '100x60' }, []],
    [
      'not without a limit',
      { [streamBytes]: '9e9x60', [streamLimit]: '-1x60' },
      [],
    ],
    [
      'on through two scrapes that fail',
      {
        [streamBytes]: '95x19 _x2 95x60',
        [streamLimit]: '100x19 _x2 100x60',
      },
      minutes(15, 60),
    ],
  ],
  NatsStorageNearlyFull: [
    [
      'from 10 minutes after more than 80 % are used',
      { [storage]: '50x4 81x19 50x9', [storageLimit]: '100x60' },
      minutes(15, 24),
    ],
    ['not at 80 %', { [storage]: '80x60', [storageLimit]: '100x60' }, []],
    [
      'not without JetStream',
      { [storage]: '0x60', [storageLimit]: '0x60' },
      [],
    ],
    [
      'on through two scrapes that fail',
      { [storage]: '90x19 _x2 90x60', [storageLimit]: '100x19 _x2 100x60' },
      minutes(10, 60),
    ],
  ],
  NatsMetricsMissing: [
    [
      'from 15 minutes after everything vanished',
      { [connections]: '3x9', [exporter]: '1x60' },
      minutes(25, 60),
    ],
    [
      'not while any of them is there',
      { [connections]: '3x9', [prefixed]: '0x60' },
      [],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s fires', (name, cases) => {
  it.each(cases)('%s', async (_what, series, fires) => {
    expect(await firingMinutes(alerts, name, series)).toEqual(fires);
  });
});

it('asks every alert', () => {
  expect(Object.keys(CASES)).toEqual(alerts.map(({ name }) => name));
});
