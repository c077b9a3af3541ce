import { anSlo } from '../__testUtils__/anSlo';
import { hourlyRange } from '../windows/hourlyRange';
import { sloFleetQueries } from './sloFleetQueries';
import { sloHistoryQueries } from './sloHistoryQueries';
import { sloRawQueries } from './sloRawQueries';
import { sloSummedQueries } from './sloSummedQueries';
import { Slo } from '../types';

const rolling = (days: number) => ({
  type: 'rolling' as const,
  duration: days * 86_400,
});
const month = {
  type: 'calendar' as const,
  unit: 'month' as const,
  timeZone: 'UTC',
};
const slo = anSlo('ingestor', {
  sli: {
    type: 'ratio',
    bad: 'b{$selector}[$window]',
    total: 't{$selector}[$window]',
  },
  selector: 's="i"',
});
/** 2026-11-23T14:32:00Z */
const time = 1_795_444_320;
const own = '{entity="component:default/ingestor", sli="http:availability"}';

describe('sloSummedQueries', () => {
  const of = (...windows: Slo['window'][]) =>
    windows.map(window => ({ ...slo, window }));
  const ingestor = '{entity=~"component:default/ingestor"}';

  it('asks three queries, whatever the number of SLOs and windows', () => {
    const queries = sloSummedQueries(
      [...Array(1_000)].flatMap((_, index) =>
        of(rolling(30), rolling(7), month).map(one => ({
          ...one,
          entityRef: `component:default/s${index}`,
        })),
      ),
      time,
    );
    expect(Object.values(queries)).toHaveLength(3);
    expect(queries.bad.match(/label_replace/g)).toHaveLength(3);
    // A thousand names would be a long query.
    expect(queries.bad).not.toContain('entity=~');
  });

  it('sums the hours that end now, not those that end on the clock', () => {
    expect(sloSummedQueries(of(rolling(30)), time).bad).toBe(
      `label_replace(max by (entity, sli) (sum_over_time((sightline:sli_bad:increase1h${ingestor} offset -1920s)${hourlyRange(
        720,
      )})), "window", "30d", "", "")`,
    );
  });

  it('needs no offset on the full hour', () => {
    expect(sloSummedQueries(of(rolling(30)), time - 1_920).bad).toContain(
      `sum_over_time(sightline:sli_bad:increase1h${ingestor}[`,
    );
  });

  it('sums a calendar window from its start', () => {
    const { total, hours } = sloSummedQueries(of(month), time);
    // 22 days and 14 hours
    expect(total).toContain(hourlyRange(22 * 24 + 14));
    expect(hours).toContain('"window", "month:UTC"');
  });

  it('names entities by their own text', () => {
    const named = { ...slo, entityRef: 'component:default/a.b' };
    expect(sloSummedQueries([named], time).bad).toContain(
      'entity=~"component:default/a\\\\.b"',
    );
  });
});

describe('sloFleetQueries', () => {
  it('asks for all alerting windows at once, those of every catalogue and slice', () => {
    const catalogue = {
      name: 'ours',
      pairs: [
        {
          tier: 'fast' as const,
          severity: 'page' as const,
          longWindow: 7_200,
          shortWindow: 600,
          budgetPercent: '5',
        },
      ],
    };
    expect(sloFleetQueries([{ window: rolling(30) }]).burn.total).toBe(
      'max by (__name__, entity, sli) ({__name__=~"sightline:sli_total:increase(5m|30m|1h|2h|6h|1d|3d)"})',
    );
    expect(
      sloFleetQueries([
        { window: rolling(30) },
        { window: rolling(30), alerting: { catalogue } },
      ]).burn.bad,
    ).toContain('sli_bad:increase(5m|10m|30m|1h|2h|6h|1d|3d)');
  });
});

describe('sloRawQueries', () => {
  it('asks for every alerting window and the SLO window in one query each', () => {
    const { bad, total, windowSeconds } = sloRawQueries(slo, time);
    expect(windowSeconds).toBe(2_592_000);
    expect(bad.match(/label_replace/g)).toHaveLength(8);
    expect(total).toContain(
      'label_replace(sum(t{s="i"}[30d]), "window", "2592000", "", "")',
    );
  });
});

describe('sloRawQueries of a calendar window', () => {
  it('reach from its beginning to now', () => {
    const { windowSeconds } = sloRawQueries({ ...slo, window: month }, time);
    // 22 days, 14 hours and 32 minutes
    expect(windowSeconds).toBe(((22 * 24 + 14) * 60 + 32) * 60);
  });
});

describe('sloHistoryQueries', () => {
  it('takes the recorded pair at its own step', () => {
    expect(sloHistoryQueries(slo, { step: 300 }).recorded).toBe(
      [
        `label_replace(max(sightline:sli_bad:increase5m${own}), "part", "bad", "", "")`,
        `label_replace(max(sightline:sli_total:increase5m${own}), "part", "total", "", "")`,
        `label_replace(max by (tier, severity) (ALERTS{entity="component:default/ingestor", slo="availability", alertstate="firing", tier=~"fast|medium|slow|long"}), "part", "alert", "", "")`,
      ].join(' or '),
    );
  });

  it('sums it over longer ones', () => {
    expect(sloHistoryQueries(slo, { step: 600 }).recorded).toContain(
      `max(sum_over_time(sightline:sli_bad:increase5m${own}[599s:5m]))`,
    );
  });

  it('needs no recorded series in its raw form', () => {
    const { raw } = sloHistoryQueries(slo, { step: 3_600 });
    expect(raw).not.toContain('sightline:');
    expect(raw).toContain(
      'label_replace(sum(t{s="i"}[1h]), "part", "total", "", "")',
    );
  });
});
