import { Slo } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { PrometheusRangeQuery } from '../../sources';
import { DefaultSloHistoryService } from './DefaultSloHistoryService';

const DAY = 86_400;
const NOW = 1_800_000_000;

const slo: Slo = {
  id: 'availability',
  entityRef: 'component:default/ingestor',
  title: 'Availability',
  sliId: 'http:availability',
  sli: {
    type: 'ratio',
    bad: 'increase(errors_total{$selector}[$window])',
    total: 'increase(requests_total{$selector}[$window])',
  },
  selector: 'service="ingestor"',
  objective: '0.9',
  window: { type: 'rolling', duration: 30 * DAY },
};

const monitoring = { spec: { entityRef: slo.entityRef }, slos: [slo] };
const entity = {
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor' },
  },
  monitoring,
  environments: [monitoring],
} as MonitoredEntity;

/** Answers of a range query: its events, and the alerts that fired. */
interface Answer {
  /** Events of each step; `undefined` where there is none. */
  bad?: (time: number) => number;
  total?: (time: number) => number | undefined;
  alerts?: number[];
}

function service(options: {
  recorded?: Answer;
  raw?: Answer;
  of?: Slo;
  /** Why only what was known before is answered. */
  failure?: Error;
}) {
  const sent: PrometheusRangeQuery[] = [];
  const series = (
    query: PrometheusRangeQuery,
    labels: Record<string, string>,
    of: (time: number) => number | undefined,
  ) => {
    const times: number[] = [];
    for (let time = query.start; time <= query.end; time += query.step) {
      if (of(time) !== undefined) {
        times.push(time);
      }
    }
    return { labels, times, values: times.map(time => of(time)!) };
  };
  const history = DefaultSloHistoryService.create({
    now: () => NOW * 1_000,
    prometheus: [
      {
        config: {
          id: 'default',
          scope: [{ label: 'namespace', from: 'metadata.namespace' }],
        } as PrometheusConfig,
        client: {
          id: 'default',
          query: () => Promise.reject(new Error('no instant query is needed')),
          labelNames: jest.fn(),
          labelValues: jest.fn(),
          series: jest.fn(),
          queryRange: async query => {
            sent.push(query);
            const isRecorded = query.query.includes('sightline:');
            const {
              bad = () => 0,
              total,
              alerts = [],
            } = (isRecorded ? options.recorded : options.raw) ?? {};
            return {
              series: total
                ? [
                    series(query, { part: 'bad' }, time =>
                      total(time) === undefined ? undefined : bad(time),
                    ),
                    series(query, { part: 'total' }, total),
                    {
                      labels: {
                        part: 'alert',
                        tier: 'fast',
                        severity: 'critical',
                      },
                      times: alerts,
                      values: alerts.map(() => 1),
                    },
                  ]
                : [],
              warnings: [],
              ...(options.failure && {
                cache: {
                  state: 'stale',
                  fetched: 0,
                  failure: options.failure,
                },
              }),
            };
          },
        },
      },
    ],
  });
  return { history, sent };
}

const range = { from: (NOW - 3 * DAY) * 1_000, to: NOW * 1_000 };
const all = () => 100;

describe('DefaultSloHistoryService', () => {
  it('makes all figures of one query on what the rules recorded', async () => {
    const { history, sent } = service({
      recorded: { total: all, bad: () => 5, alerts: [NOW - DAY] },
    });
    const figures = await history.history(entity, 'availability', range);
    expect(sent).toHaveLength(1);
    expect(sent[0].query).not.toContain('namespace=');
    const last = figures.times.length - 1;
    expect(NOW - figures.times[last]).toBeLessThan(900);
    expect(figures.times[0]).toBe(figures.times[last] - 3 * DAY);
    // 5 % bad of 10 % allowed: half the budget is left, and burns half as fast as evenly.
    expect(figures.budgetRemaining[0]).toBeCloseTo(0.5);
    expect(figures.budgetRemaining[last]).toBeCloseTo(0.5);
    expect(figures.burnRate[last]).toBeCloseTo(0.5);
    expect(figures.sli[last]).toBeCloseTo(0.95);
    expect(figures.burnRates).toHaveLength(4);
    expect(figures).toMatchObject({
      id: 'availability',
      source: 'recorded',
      coverage: 1,
      incidents: [],
      alerts: [{ tier: 'fast', severity: 'page', start: NOW - DAY }],
    });
    expect(figures.times.length).toBeLessThanOrEqual(450);
    expect(figures.events.bad).toHaveLength(figures.times.length);
  });

  it('begins the query a window before the first point, in no more steps than Prometheus answers', async () => {
    for (const days of [1, 7, 30, 90]) {
      const { history, sent } = service({ recorded: { total: all } });
      await history.history(entity, 'availability', {
        from: (NOW - days * DAY) * 1_000,
        to: NOW * 1_000,
      });
      const [{ start, end, step }] = sent;
      expect(end - start).toBeGreaterThanOrEqual((days + 30) * DAY);
      expect((end - start) / step).toBeLessThan(11_000);
      expect(start % 300).toBe(0);
      expect(step % 300).toBe(0);
    }
  });

  it('reads the raw series, within the operator’s scope, where the rules have not recorded a window', async () => {
    const { history, sent } = service({
      recorded: { total: time => (time > NOW - DAY ? 100 : undefined) },
      raw: { total: all, bad: () => 1 },
    });
    const figures = await history.history(entity, 'availability', range);
    expect(sent).toHaveLength(2);
    expect(sent[1].query).toMatch(
      /(errors|requests)_total\{namespace="default", service="ingestor"\}/,
    );
    // Fine enough to say when an incident began; each sample is read once.
    expect(sent[1].step).toBe(600);
    expect(figures).toMatchObject({ source: 'raw', coverage: 1 });
  });

  it('stays with what was recorded when the raw series are no older, and says how much it is', async () => {
    const young = (time: number) => (time > NOW - 3 * DAY ? 100 : undefined);
    const { history } = service({
      recorded: { total: young },
      raw: { total: () => undefined },
    });
    const figures = await history.history(entity, 'availability', range);
    expect(figures.source).toBe('recorded');
    expect(figures.coverage).toBeCloseTo(0.1, 2);
    expect(figures.budgetRemaining.at(-1)).toBe(1);
  });

  it('has no figures without events', async () => {
    const { history } = service({});
    const figures = await history.history(entity, 'availability', range);
    for (const list of [
      figures.budgetRemaining,
      figures.burnRate,
      figures.sli,
      figures.events.total,
    ]) {
      expect(list.every(figure => figure === null)).toBe(true);
    }
    expect(figures.coverage).toBe(0);
  });

  it.each([
    ['a window of 30 days', {}, NOW - 30 * DAY],
    ['an hour', { from: (NOW - 3_600) * 1_000 }, NOW - 3_600],
    ['a wanted step', { ...range, step: 7_000 }, NOW - 3 * DAY],
  ])('answers %s', async (_, query, from) => {
    const { history } = service({ recorded: { total: all } });
    const { times, step } = await history.history(
      entity,
      'availability',
      query,
    );
    expect(step).toBeGreaterThanOrEqual(
      'step' in query ? query.step : (NOW - from) / 450,
    );
    expect(times[0]).toBeGreaterThanOrEqual(from - 900);
    expect(times[0]).toBeLessThan(from + step);
    expect(NOW - times.at(-1)!).toBeLessThan(900);
  });

  it('ends what goes on only when the range ends before now', async () => {
    const failing = { total: all, bad: () => 90 };
    const { history } = service({ recorded: failing });
    const now = await history.history(entity, 'availability', range);
    expect(now.incidents.at(-1)).not.toHaveProperty('end');
    const past = await history.history(entity, 'availability', {
      ...range,
      to: (NOW - DAY) * 1_000,
    });
    expect(past.incidents.at(-1)).toHaveProperty('end');
  });

  it('finds the SLO of an environment by its id', async () => {
    const { history, sent } = service({ raw: { total: all } });
    const stage = {
      spec: { entityRef: slo.entityRef, environment: 'stage' },
      slos: [
        {
          ...slo,
          id: 'availability--stage',
          environment: 'stage',
          selector: 'service="ingestor", env="stage"',
        },
      ],
    };
    const both = {
      ...entity,
      environments: [monitoring, stage],
    } as MonitoredEntity;
    await history.history(both, 'availability--stage', range);
    expect(sent[0].query).toContain('slo="availability--stage"');
    expect(sent[1].query).toContain('env="stage"');
  });

  it('knows no SLO that is not the entity’s, and says why one cannot be measured', async () => {
    const { history } = service({});
    await expect(
      history.history(entity, 'latency', range),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "'component:default/ingestor' has no SLO 'latency'",
    });
    const invalid = {
      ...entity,
      environments: [
        {
          ...monitoring,
          invalidSlos: [
            { id: 'latency', title: 'Latency', message: 'No unit' },
          ],
        },
      ],
    } as unknown as MonitoredEntity;
    await expect(
      history.history(invalid, 'latency', range),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message:
        "The SLO 'latency' of 'component:default/ingestor' cannot be measured: No unit",
    });
  });

  it('calculates nothing from what was known before the server failed', async () => {
    const failure = new Error('Prometheus did not answer');
    const { history } = service({ recorded: { total: all }, failure });
    await expect(
      history.history(entity, 'availability', range),
    ).rejects.toThrow(failure);
  });

  it('refuses a range that is turned round', async () => {
    const { history } = service({});
    await expect(
      history.history(entity, 'availability', { from: 2, to: 1 }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
