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

function service(options: {
  recordedShare?: number;
  /** 5 of 100 in the window, 20 of 100 in the last hour, unless the query says otherwise. */
  answer?: (query: string) => number | undefined;
}) {
  const sent: PrometheusRangeQuery[] = [];
  const {
    recordedShare,
    answer = query => {
      const isBad = /errors_total|sli_bad/.test(query);
      const isWindow = /sum_over_time/.test(query);
      if (!isBad) {
        return 100;
      }
      return isWindow ? 5 : 20;
    },
  } = options;
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
          query: async ({ time = 0 }) => ({
            samples:
              recordedShare === undefined
                ? []
                : [{ labels: {}, value: recordedShare, time }],
            warnings: [],
          }),
          queryRange: async query => {
            sent.push(query);
            const value = answer(query.query);
            return {
              series:
                value === undefined
                  ? []
                  : [{ labels: {}, times: [query.end], values: [value] }],
              warnings: [],
            };
          },
        },
      },
    ],
  });
  return { history, sent };
}

const range = { from: (NOW - 3 * DAY) * 1_000, to: NOW * 1_000 };

describe('DefaultSloHistoryService', () => {
  it('turns counts into budget, burn rate and SLI', async () => {
    const { history } = service({ recordedShare: 1 });
    const figures = await history.history(entity, 'availability', range);
    expect(figures.id).toBe('availability');
    const last = figures.times.length - 1;
    expect(figures.times[last] - figures.times[last - 1]).toBe(900);
    // 5 % bad of 10 % allowed: half the budget is left.
    expect(figures.budgetRemaining[last]).toBeCloseTo(0.5);
    // 20 % bad in the last hour: twice as fast as evenly.
    expect(figures.burnRate[last]).toBeCloseTo(2);
    expect(figures.sli[last]).toBeCloseTo(0.8);
    expect(figures.budgetRemaining[0]).toBeNull();
    expect(figures.burnRate).toHaveLength(figures.times.length);
  });

  it('reads what was recorded when it reaches back far enough', async () => {
    const { history, sent } = service({ recordedShare: 0.995 });
    await history.history(entity, 'availability', range);
    expect(sent).toHaveLength(4);
    for (const { query } of sent) {
      expect(query).toContain('sightline:sli_');
      expect(query).not.toContain('namespace=');
    }
  });

  it.each([undefined, 0.5, NaN])(
    'else reads the raw series, within the operator’s scope: %s',
    async recordedShare => {
      const { history, sent } = service({ recordedShare });
      await history.history(entity, 'availability', range);
      expect(sent).toHaveLength(4);
      for (const { query } of sent) {
        expect(query).toMatch(
          /(errors|requests)_total\{namespace="default", service="ingestor"\}/,
        );
      }
    },
  );

  it.each([0, NaN, undefined])(
    'has no figures without events: %s',
    async total => {
      const { history } = service({ recordedShare: 1, answer: () => total });
      const figures = await history.history(entity, 'availability', range);
      for (const list of [
        figures.budgetRemaining,
        figures.burnRate,
        figures.sli,
      ]) {
        expect(list.every(figure => figure === null)).toBe(true);
      }
    },
  );

  it.each([
    ['the SLO’s window', {}, 10_800, NOW - 30 * DAY],
    ['an hour', { from: (NOW - 3_600) * 1_000 }, 300, NOW - 3_600],
    ['a wanted step', { ...range, step: 7_000 }, 7_200, NOW - 3 * DAY],
  ])('has a step that fits %s', async (_, query, step, from) => {
    const { history, sent } = service({ recordedShare: 1 });
    await history.history(entity, 'availability', query);
    expect(sent[0].step).toBe(step);
    expect(sent[0].start).toBe(Math.floor(from / step) * step);
    expect(sent[0].end).toBe(Math.floor(NOW / step) * step);
  });

  it('finds the SLO of an environment by its id', async () => {
    const { history, sent } = service({ recordedShare: 0 });
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
    expect(sent).toHaveLength(4);
    for (const { query } of sent) {
      expect(query).toContain('env="stage"');
    }
  });

  it('knows no SLO that is not the entity’s', async () => {
    const { history } = service({});
    await expect(
      history.history(entity, 'latency', range),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "'component:default/ingestor' has no SLO 'latency'",
    });
  });

  it('refuses a range that is turned round', async () => {
    const { history } = service({});
    await expect(
      history.history(entity, 'availability', { from: 2, to: 1 }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
