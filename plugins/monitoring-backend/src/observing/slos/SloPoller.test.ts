import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  recordedName,
  recordedWindows,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { QueryExecutionError } from '../../sources';
import { aService, anSlo, inEnvironments } from '../__testUtils__/builders';
import { entitiesOf } from '../__testUtils__/sources';
import { FakePrometheus } from '../__testUtils__/FakePrometheus';
import { SloPoller } from './SloPoller';
import { SystemDomains } from './SystemDomains';

const start = Date.parse('2026-11-23T14:32:00Z');
const signal = new AbortController().signal;

interface Answer {
  labels: Record<string, string>;
  value: number;
}

/** Answers as if the rules of these services had recorded `hours` of flawless service. */
function recordedAnswers(services: string[], hours = 720) {
  return (query: string) =>
    services.flatMap((service): Answer[] => {
      const labels = {
        entity: `component:default/${service}`,
        sli: 'http:availability',
      };
      if (query.includes('increase(')) {
        const kind = query.includes('sli_bad') ? 'bad' : 'total';
        return recordedWindows([
          { window: { type: 'rolling', duration: 2_592_000 } },
        ]).map(window => ({
          labels: { ...labels, __name__: recordedName(kind, window) },
          value: kind === 'bad' ? 0 : window,
        }));
      }
      if (!query.includes(':window')) {
        return [];
      }
      return Object.entries({ bad: 0, total: 1e6, hours }).map(
        ([kind, value]) => ({
          labels: {
            ...labels,
            __name__: `sightline:sli_${kind}:window`,
            window: '30d',
          },
          value,
        }),
      );
    });
}

function aPoller(
  clients: FakePrometheus[],
  entities: MonitoredEntity[],
  domains?: SystemDomains,
) {
  const clock = { time: start };
  const now = () => new Date(clock.time);
  const logger = mockServices.logger.mock();
  const poller = SloPoller.create({
    entities: entitiesOf(entities, now),
    clients,
    domains,
    interval: 60_000,
    logger,
    now,
  });
  return { poller, clock, logger };
}

describe('SloPoller', () => {
  it('asks the same number of queries for one service and for five hundred', async () => {
    for (const count of [1, 500]) {
      const names = Array.from({ length: count }, (_, index) => `s${index}`);
      const prometheus = new FakePrometheus('default', recordedAnswers(names));
      const { poller } = aPoller(
        [prometheus],
        names.map(name => aService(name, { slos: [anSlo(name)] })),
      );
      await poller.poll(signal);
      expect(poller.snapshot.slos).toHaveLength(count);
      expect(poller.snapshot.slos.every(({ state }) => state === 'ok')).toBe(
        true,
      );
      expect(prometheus.queries).toHaveLength(3);
    }
  });

  it('keeps the last figures as stale while Prometheus does not answer, and recovers by itself', async () => {
    const prometheus = new FakePrometheus(
      'default',
      recordedAnswers(['ingestor']),
    );
    const { poller, clock, logger } = aPoller(
      [prometheus],
      [aService('ingestor', { slos: [anSlo('ingestor')] })],
    );
    expect(poller.health()[0].state).toBe('starting');
    await poller.poll(signal);
    expect(poller.health()[0]).toEqual({
      source: 'prometheus:default',
      state: 'ok',
      lastSuccessAt: '2026-11-23T14:32:00.000Z',
    });

    prometheus.down = true;
    clock.time += 60_000;
    await poller.poll(signal);
    await poller.poll(signal);
    expect(poller.snapshot.slos[0]).toMatchObject({
      state: 'stale',
      budgetRemaining: 1,
      measuredAt: '2026-11-23T14:32:00.000Z',
      reason: expect.stringMatching(
        /Prometheus 'default' does not answer.*last known at 14:32 UTC/,
      ),
    });
    expect(poller.health()[0]).toMatchObject({
      state: 'unreachable',
      lastSuccessAt: '2026-11-23T14:32:00.000Z',
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);

    prometheus.down = false;
    await poller.poll(signal);
    expect(poller.snapshot.slos[0]).toMatchObject({
      state: 'ok',
      measuredAt: '2026-11-23T14:33:00.000Z',
    });
    expect(poller.health()[0].state).toBe('ok');
  });

  it('says that figures are late when it has not looked for three intervals', async () => {
    const { poller, clock } = aPoller([new FakePrometheus('default')], []);
    await poller.poll(signal);
    clock.time += 181_000;
    expect(poller.health()[0].state).toBe('stale');
  });

  it('lets one Prometheus that is down not touch the SLOs of another', async () => {
    const eu = new FakePrometheus('eu', recordedAnswers(['a']));
    const us = new FakePrometheus('us');
    us.down = true;
    const { poller } = aPoller(
      [eu, us],
      [
        aService('a', { slos: [anSlo('a')] }),
        aService('b', { slos: [anSlo('b')], prometheus: 'us' }),
      ],
    );
    await poller.poll(signal);
    expect(poller.snapshot.slos.map(({ state }) => state)).toEqual([
      'ok',
      'stale',
    ]);
    expect(poller.health(['eu'])).toHaveLength(1);
  });

  it('measures each environment on its own server, and tells them apart', async () => {
    const ask = (sli: string, bad: number) => (query: string) =>
      recordedAnswers(['a'])(query).map(({ labels, value }) => ({
        labels: { ...labels, sli },
        value: labels.__name__.includes('sli_bad') ? bad : value,
      }));
    const eu = new FakePrometheus('eu', ask('http:availability@prod', 0));
    const us = new FakePrometheus('us', ask('http:availability@stage', 500));
    const environment = (name: string, prometheus: string) =>
      aService('a', {
        environment: name,
        prometheus,
        slos: [anSlo('a', { id: `availability--${name}`, environment: name })],
      });
    const { poller } = aPoller(
      [eu, us],
      [inEnvironments(environment('prod', 'eu'), environment('stage', 'us'))],
    );
    await poller.poll(signal);
    expect(
      poller.snapshot.slos.map(slo => [
        slo.environment,
        slo.id,
        slo.events?.bad,
      ]),
    ).toEqual([
      ['prod', 'availability--prod', 0],
      ['stage', 'availability--stage', 500],
    ]);
  });

  it('goes on with what was recorded before an entity was renamed', async () => {
    const prometheus = new FakePrometheus('default', recordedAnswers(['old']));
    const renamedFrom = 'component:default/old';
    const { poller } = aPoller(
      [prometheus],
      [aService('new', { renamedFrom, slos: [anSlo('new', { renamedFrom })] })],
    );
    await poller.poll(signal);
    expect(poller.snapshot.slos).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/new',
        state: 'ok',
        coverage: 1,
      }),
    ]);
  });

  it('measures raw series where little is recorded, and only every five minutes when many are', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
    const recorded = recordedAnswers(names, 10);
    const prometheus = new FakePrometheus('default', query => {
      if (query.includes('sightline:')) {
        return recorded(query);
      }
      return query.startsWith('count_over_time')
        ? [{ labels: {}, value: 720 }]
        : ['300', '21600', '2592000'].map(window => ({
            labels: { window },
            value: query.includes('5..') ? 1 : 10_000,
          }));
    });
    const { poller, clock } = aPoller(
      [prometheus],
      names.map(name => aService(name, { slos: [anSlo(name)] })),
    );
    await poller.poll(signal);
    expect(prometheus.queries).toHaveLength(3 + 3 + 3 * 30);
    expect(poller.snapshot.slos[0]).toMatchObject({
      state: 'ok',
      coverage: 1,
      sli: 0.9999,
    });
    clock.time += 60_000;
    await poller.poll(signal);
    expect(prometheus.queries).toHaveLength(3 + 3 + 3 * 30 + 3);
    clock.time += 240_000;
    await poller.poll(signal);
    expect(prometheus.queries).toHaveLength(2 * (3 + 3 + 3 * 30) + 3);
  });

  it('shows an SLO whose queries Prometheus refuses as invalid, and the others as they are', async () => {
    const recorded = recordedAnswers(['good']);
    const prometheus = new FakePrometheus('default', query => {
      if (query.includes('service="bad"')) {
        throw new InputError("Prometheus 'default' refused the query");
      }
      return recorded(query);
    });
    const { poller } = aPoller(
      [prometheus],
      ['good', 'bad'].map(name => aService(name, { slos: [anSlo(name)] })),
    );
    await poller.poll(signal);
    expect(
      poller.snapshot.slos.map(({ state, reason }) => [state, reason]),
    ).toEqual([
      ['ok', undefined],
      ['invalid', "Prometheus 'default' refused the query"],
    ]);
  });

  it.each([
    ['what the rules have recorded', 360, 'young', 0.5],
    ['that nothing is measured', 0, 'no-data', undefined],
  ])(
    'shows %s where the raw series are too many to read, and says so',
    async (_, hours, state, coverage) => {
      const recorded = recordedAnswers(hours ? ['big'] : [], hours);
      const prometheus = new FakePrometheus('default', query => {
        if (!query.includes('sightline:')) {
          throw new QueryExecutionError(
            "Prometheus 'default' cannot run the query: too many samples",
          );
        }
        return recorded(query);
      });
      const { poller, clock } = aPoller(
        [prometheus],
        [aService('big', { slos: [anSlo('big')] })],
      );
      await poller.poll(signal);
      expect(poller.snapshot.slos[0]).toMatchObject({
        state,
        ...(coverage ? { coverage, budgetRemaining: 1 } : {}),
        reason: expect.stringMatching(
          /Only what the rules have recorded could be read: Prometheus 'default' cannot run the query: too many samples$/,
        ),
      });
      expect(poller.snapshot.slos[0].reason).not.toMatch(/No series matches/);
      const asked = prometheus.queries.length;
      clock.time += 60_000;
      await poller.poll(signal);
      // A query that is too dear is not sent again at every poll.
      expect(prometheus.queries).toHaveLength(asked + 6);
    },
  );

  it('does not show old raw figures once the raw series have become too many', async () => {
    const recorded = recordedAnswers(['big'], 360);
    let tooMany = false;
    const prometheus = new FakePrometheus('default', query => {
      if (query.includes('sightline:')) {
        return recorded(query);
      }
      if (tooMany) {
        throw new QueryExecutionError('too many samples');
      }
      return query.startsWith('count_over_time')
        ? [{ labels: {}, value: 720 }]
        : ['300', '21600', '2592000'].map(window => ({
            labels: { window },
            value: query.includes('5..') ? 1 : 10_000,
          }));
    });
    const { poller, clock } = aPoller(
      [prometheus],
      [aService('big', { slos: [anSlo('big')] })],
    );
    await poller.poll(signal);
    expect(poller.snapshot.slos[0]).toMatchObject({ coverage: 1 });
    tooMany = true;
    clock.time += 60_000;
    await poller.poll(signal);
    expect(poller.snapshot.slos[0]).toMatchObject({
      state: 'young',
      coverage: 0.5,
      measuredAt: '2026-11-23T14:33:00.000Z',
    });
  });

  it('shows an SLO that could not be read as invalid, with the reason', async () => {
    const service = aService('ingestor', {
      slos: [anSlo('ingestor')],
      owner: 'group:default/media',
    });
    const monitoring = {
      ...service.monitoring,
      invalidSlos: [
        { id: 'uploads', title: 'Uploads', message: 'The window has no unit' },
        {
          id: 'latency',
          title: 'Latency',
          message: 'No such SLI',
          objective: '0.95',
          window: { type: 'rolling' as const, duration: 604_800 },
        },
      ],
    };
    const { poller } = aPoller(
      [new FakePrometheus('default', recordedAnswers(['ingestor']))],
      [{ ...service, monitoring, environments: [monitoring] }],
    );
    await poller.poll(signal);
    expect(poller.snapshot.slos.map(({ state }) => state)).toEqual([
      'ok',
      'invalid',
      'invalid',
    ]);
    expect(poller.snapshot.slos[1]).toMatchObject({
      id: 'uploads',
      entityRef: 'component:default/ingestor',
      owner: 'group:default/media',
      reason: 'The window has no unit',
      objective: 0,
    });
    expect(poller.snapshot.slos[2]).toMatchObject({
      objective: 0.95,
      window: { duration: 604_800 },
    });
  });

  it('measures no more than two hundred SLOs on raw series at once, new ones first', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `s${index}`);
    const prometheus = new FakePrometheus('default', query =>
      query.includes('sightline:')
        ? []
        : ['300', '2592000'].map(window => ({
            labels: { window },
            value: query.includes('5..') ? 0 : 10_000,
          })),
    );
    const { poller, clock } = aPoller(
      [prometheus],
      names.map(name => aService(name, { slos: [anSlo(name)] })),
    );
    const unknown = () =>
      poller.snapshot.slos.filter(({ state }) => state === 'no-data').length;
    const left: number[] = [];
    for (let poll = 0; poll < 3; poll += 1) {
      await poller.poll(signal);
      left.push(unknown());
      clock.time += 60_000;
    }
    expect(left).toEqual([250, 50, 0]);
  });

  it('names the domain of the system', async () => {
    const domains = SystemDomains.create({
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'System',
            metadata: { name: 'media', namespace: 'default' },
            relations: [{ type: 'partOf', targetRef: 'domain:default/video' }],
          },
        ],
      }),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      now: () => new Date(start),
    });
    const { poller } = aPoller(
      [new FakePrometheus('default', recordedAnswers(['a', 'b']))],
      [
        aService('a', { slos: [anSlo('a')], system: 'system:default/media' }),
        aService('b', { slos: [anSlo('b')] }),
      ],
      domains,
    );
    await poller.poll(signal);
    expect(poller.snapshot.slos.map(({ domain }) => domain)).toEqual([
      'domain:default/video',
      undefined,
    ]);
  });

  it('shows SLOs as invalid when no Prometheus is configured', async () => {
    const { poller } = aPoller(
      [],
      [aService('ingestor', { slos: [anSlo('ingestor')] })],
    );
    await poller.poll(signal);
    expect(poller.snapshot.slos[0]).toMatchObject({
      state: 'invalid',
      reason: 'No Prometheus is configured that could measure this SLO',
    });
  });
});
