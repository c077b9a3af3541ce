import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { PrometheusClient } from '../sources';
import { DefaultMetricDiscovery } from './DefaultMetricDiscovery';
import { PROBE_LABEL } from './probeQuery';

const pack: MonitoringPack = {
  id: 'http',
  title: 'HTTP',
  description: '',
  metricsFrom: '',
  probes: [
    { id: 'stable', title: 'Stable', metric: 'b_count' },
    { id: 'old', title: 'Old', metric: 'a_count' },
  ],
  dashboards: () => [],
  alerts: () => [],
  slis: () => [],
};

const spec = (service: string, prometheus?: string) => ({
  prometheus,
  selector: [{ label: 'service', operator: '=' as const, value: service }],
});

const MINUTE = 60_000;

/** A discovery on a server whose answer the test decides. */
function setUp() {
  const state = {
    keys: ['http/stable'],
    /** Found only by who looks back further than an hour. */
    old: [] as string[],
    down: false,
    /** The service whose questions fail. */
    refuse: '',
    asked: 0,
    underWay: 0,
    most: 0,
    now: 0,
    random: 0,
  };
  const client = {
    id: 'default',
    query: async ({ query }: { query: string }) => {
      state.asked += 1;
      state.underWay += 1;
      state.most = Math.max(state.most, state.underWay);
      await new Promise(setImmediate);
      state.underWay -= 1;
      const keys = query.includes('[1h]') ? state.keys : state.old;
      if (state.down || (state.refuse && query.includes(state.refuse))) {
        throw new ServiceUnavailableError('Prometheus is away');
      }
      return {
        samples: keys.map(key => ({
          labels: { [PROBE_LABEL]: key },
          value: 1,
          time: 0,
        })),
        warnings: [],
      };
    },
  } as unknown as PrometheusClient;
  const logger = mockServices.logger.mock();
  const discovery = DefaultMetricDiscovery.create({
    prometheus: [client],
    logger,
    now: () => state.now,
    random: () => state.random,
  });
  const find = async (service = 'a') =>
    (await discovery.find(spec(service), [pack]))?.get('http');
  return { state, discovery, find, logger };
}

/** Lets what goes on behind the readers' backs come to its end. */
async function untilAsked(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise(setImmediate);
  }
}

describe('DefaultMetricDiscovery', () => {
  it('names what was found in the order of the probes', async () => {
    const { state, find } = setUp();
    state.keys = ['http/old', 'http/stable'];
    expect(await find()).toEqual(['stable', 'old']);
  });

  it('asks once for many readers, and again only after ten minutes', async () => {
    const { state, find } = setUp();
    await Promise.all([find(), find(), find()]);
    await find();
    expect(state.asked).toBe(1);
    state.now += 11 * MINUTE;
    await find();
    expect(state.asked).toBe(2);
  });

  it('looks again soon when nothing was found', async () => {
    const { state, find } = setUp();
    state.keys = [];
    expect(await find()).toBeUndefined();
    state.keys = ['http/stable'];
    state.now += MINUTE / 2;
    expect(await find()).toEqual(['stable']);
  });

  it('looks ever more seldom while nothing is found', async () => {
    const { state, find } = setUp();
    state.keys = [];
    const asked: number[] = [];
    for (let minute = 0; minute <= 40; minute += 0.5) {
      const before = state.asked;
      state.now = minute * MINUTE;
      await find();
      if (state.asked > before) {
        asked.push(minute);
      }
    }
    expect(asked).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 25.5, 35.5]);
  });

  it('does not ask about all services again at the same time', async () => {
    const { state, find } = setUp();
    const names = Array.from({ length: 10 }, (_, index) => `service-${index}`);
    for (const [index, name] of names.entries()) {
      state.random = index / 10;
      await find(name);
    }
    for (const minute of [5, 6, 7, 8, 9, 10]) {
      const before = state.asked;
      state.now = minute * MINUTE + 1;
      await Promise.all(names.map(find));
      await untilAsked();
      expect(state.asked - before).toBeLessThanOrEqual(2);
    }
    expect(state.asked).toBe(20);
  });

  it('keeps what was found when a service shows nothing for a while', async () => {
    const { state, find } = setUp();
    await find();
    state.keys = [];
    state.now += 11 * MINUTE;
    expect(await find()).toEqual(['stable']);
    await untilAsked();
    expect(state.asked).toBe(3);
    expect(await find()).toEqual(['stable']);
  });

  it('knows the metrics of a service that has been away for days', async () => {
    const { state, find } = setUp();
    state.keys = [];
    state.old = ['http/old'];
    expect(await find()).toEqual(['old']);
    state.keys = ['http/stable'];
    state.now += 11 * MINUTE;
    // Nobody waits for it: the next reader sees it.
    await find();
    await untilAsked();
    expect(await find()).toEqual(['stable']);
  });

  it('says that nobody knows when the server does not answer, and leaves it alone for a while', async () => {
    const { state, discovery, logger } = setUp();
    state.down = true;
    for (const service of ['a', 'b', 'c', 'd', 'e']) {
      expect(await discovery.find(spec(service), [pack])).toBeUndefined();
    }
    expect(state.asked).toBe(3);
    expect(logger.warn).toHaveBeenCalledTimes(3);
    state.down = false;
    state.now += MINUTE;
    expect(await discovery.find(spec('a'), [pack])).toEqual(
      new Map([['http', ['stable']]]),
    );
  });

  it('lets one service that cannot be asked hide no other', async () => {
    const { state, find } = setUp();
    state.refuse = 'poison';
    for (let round = 0; round < 5; round++) {
      expect(await find('poison')).toBeUndefined();
      expect(await find(`service-${round}`)).toEqual(['stable']);
      state.now += MINUTE;
    }
  });

  it('asks four at a time, however many want to know', async () => {
    const { state, find } = setUp();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => find(`service-${index}`)),
    );
    expect(state.asked).toBe(50);
    expect(state.most).toBe(4);
  });

  it('goes on with what it knows while the server is away', async () => {
    const { state, find } = setUp();
    await find();
    state.down = true;
    state.now += 11 * MINUTE;
    expect(await find()).toEqual(['stable']);
    expect(await find()).toEqual(['stable']);
  });

  it('asks nobody for packs that look for nothing, or on a server that does not exist', async () => {
    const { state, discovery } = setUp();
    expect(await discovery.find(spec('a'), [{ ...pack, probes: [] }])).toEqual(
      new Map(),
    );
    expect(await discovery.find(spec('a', 'eu'), [pack])).toBeUndefined();
    expect(state.asked).toBe(0);
  });
});
