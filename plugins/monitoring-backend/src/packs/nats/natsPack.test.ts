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
import { natsAlerts } from './natsAlerts';
import { natsExpressions } from './natsExpressions';
import { natsPack } from './natsPack';

const contextOf = (service: string) => resourceContext(service, 'Queue');

function recorded(name: string, pages: number[] = [1, 2]): RecordedPage {
  return {
    labels: { service: name, job: 'nats', instance: name },
    pages: readPages(__dirname, name, pages),
    secondsBetween: 45.1,
  };
}

const page = (name: string, pending: number) =>
  `${name}{account="APP",stream_name="ORDERS",consumer_name="billing",server_id="a"} ${pending}\n`;

/** Servers of a cluster: two replicas of a consumer, one of them under both names. */
const CLUSTER = {
  'nats-0': page('jetstream_consumer_num_pending', 40),
  'nats-1':
    page('jetstream_consumer_num_pending', 38) +
    page('nats_consumer_num_pending', 38),
};
/** A server that is only known by the name with the prefix. */
const PREFIXED =
  'nats_consumer_num_pending{account="APP",stream_name="AUDIT",consumer_name="archive"} 7\n';

const HEALTHY = [
  'server-2.9',
  'server-2.9-prefix-nats',
  'server-2.14',
  'server-2.14-connz-detailed',
];

describe('the nats pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      ...HEALTHY.map(name => recorded(name)),
      recorded('server-down', [1]),
      ...Object.entries({ ...CLUSTER, 'nats-2': PREFIXED }).map(
        ([instance, text]) => ({
          labels: { service: 'cluster', job: 'nats', instance },
          pages: [text],
        }),
      ),
    ]);
  });

  afterAll(() => prometheus?.stop());

  /** Values by what tells series apart. */
  async function ask(expression: string) {
    const samples = await prometheus.query(expression);
    return Object.fromEntries(
      samples.map(({ labels: { job, account, ...labels }, value }) => [
        Object.values(labels).join(' '),
        value,
      ]),
    );
  }

  const natsOf = (service: string) =>
    natsExpressions(`service="${service}"`, '5m');

  it('is sound', () => {
    expect(checkPack(natsPack, contextOf('queue'))).toEqual([]);
  });

  it('is documented', () => {
    expect(
      documentationFaults(
        natsPack,
        contextOf('queue'),
        path.resolve(__dirname, '../../../../../docs'),
      ),
    ).toEqual([]);
  });

  it.each(HEALTHY)('finds on %s all that it shows', async name => {
    expect(
      // Nothing is wrong with a server that is well.
      await expressionsWithoutData(prometheus, natsPack, contextOf(name), [
        'alert NatsDown',
      ]),
    ).toEqual([]);
  });

  it.each<[string, number, number, number]>([
    ['server-2.9', 39_760, 42_360, 21],
    ['server-2.9-prefix-nats', 39_760, 42_360, 21],
    ['server-2.14', 46_720, 49_320, 50],
    ['server-2.14-connz-detailed', 46_720, 49_320, 50],
  ])(
    'answers on %s what was answered when it was recorded',
    async (name, billing, neverStarted, slow) => {
      const nats = natsOf(name);
      expect(await ask(`${nats.pending} > 10000`)).toMatchObject({
        'billing ORDERS': billing,
        'never-started ORDERS': neverStarted,
      });
      expect(await ask(`${nats.ackPending} > 0`)).toEqual({
        'stuck ORDERS': 30,
      });
      expect(await ask(`${nats.redelivered} > 0`)).toEqual({
        'stuck ORDERS': 140,
      });
      expect(await ask(nats.slowConsumers)).toEqual({ [name]: slow });
      expect((await ask(nats.streamBytes)).AUDIT).toBe(12_000);
    },
  );

  it('measures streams and storage by their limits, and none without one', async () => {
    const nats = natsOf('server-2.9');
    const usage = await ask(nats.streamUsage);
    expect(Object.keys(usage)).toEqual(['ORDERS']);
    expect(usage.ORDERS).toBeCloseTo(0.2788384259, 9);
    const storage = await ask(nats.storageUsage);
    expect(storage['server-2.9']).toBeCloseTo(0.0348599907, 9);
  });

  it('counts each consumer once, whoever reports it under which name, and drops none', async () => {
    expect(await ask(natsOf('cluster').pending)).toEqual({
      'billing ORDERS': 40,
      'archive AUDIT': 7,
    });
  });

  it('lets its reader choose among consumers, whichever name they have', async () => {
    const [{ model }] = natsPack.dashboards(contextOf('cluster'));
    const [, variable] = (model.templating as any).list;
    const [, series] = /^label_values\((.+), consumer_name\)$/.exec(
      variable.definition,
    )!;
    expect(await ask(`count by (consumer_name) (${series})`)).toEqual({
      billing: 3,
      archive: 1,
    });
  });

  it('says of a server that cannot be reached that it is down', async () => {
    const alerts = natsAlerts(contextOf('server-down'));
    const down = alerts.find(({ name }) => name === 'NatsDown')!;
    expect(await ask(`${down.expression}`)).toEqual({ 'server-down': 1 });
    const missing = alerts.find(({ name }) => name === 'NatsMetricsMissing')!;
    expect(Object.values(await ask(missing.expression))).toEqual([1]);
  });

  it('shows the consumer of its options first, and warns of its lag alone', () => {
    const context = { ...contextOf('queue'), options: { consumer: 'a"b' } };
    expect(checkPack(natsPack, context)).toEqual([]);
    const [{ model }] = natsPack.dashboards(context);
    expect((model.templating as any).list[1]).toMatchObject({
      name: 'consumer',
      current: { value: ['a"b'] },
    });
    expect(
      natsPack
        .alerts(context)
        .filter(({ expression }) =>
          expression.includes('consumer_name="a\\"b"'),
        )
        .map(({ name }) => name),
    ).toEqual(['ConsumerLag']);
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = natsPack.dashboards(contextOf('queue'));
    expect(id).toBe('overview');
    expect(
      (model.panels as any[])
        .filter(({ type }) => type !== 'row')
        .map(panel => `${panel.id} ${panel.title}`),
    ).toEqual([
      '2 Largest lag',
      '3 Messages in',
      '1 Connections',
      '4 Storage used',
      '5 Slow consumers',
      '10 Consumer lag',
      '11 Waiting for acknowledgement',
      '12 Delivered again',
      '20 Messages written',
      '21 Messages held',
      '22 Bytes held',
      '23 Streams with a limit',
      '30 Messages',
      '31 Bytes',
      '32 Connections and subscriptions',
      '33 Slow consumers',
      '40 Processor',
      '41 Memory',
      '42 Storage used',
      '43 Storage',
    ]);
  });
});
