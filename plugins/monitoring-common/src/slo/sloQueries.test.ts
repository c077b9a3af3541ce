import { sloFleetQueries, sloWindowKey } from './sloFleetQueries';
import { sloHistoryQueries } from './sloHistoryQueries';
import { sloRawQueries } from './sloRawQueries';
import { Slo } from './types';

const rolling = (days: number) => ({
  type: 'rolling' as const,
  duration: days * 86_400,
});
const month = {
  type: 'calendar' as const,
  unit: 'month' as const,
  timeZone: 'UTC',
};
const slo: Slo = {
  id: 'availability',
  entityRef: 'component:default/ingestor',
  title: 'Availability',
  sliId: 'http:availability',
  sli: {
    type: 'ratio',
    bad: 'b{$selector}[$window]',
    total: 't{$selector}[$window]',
  },
  selector: 's="i"',
  objective: '0.999',
  window: rolling(30),
};
/** 2026-11-23T14:32:00Z */
const time = 1_795_444_320;
const own = '{entity="component:default/ingestor", sli="http:availability"}';

describe('sloFleetQueries', () => {
  it('asks five queries, whatever the number of SLOs and windows', () => {
    const queries = sloFleetQueries(
      [...Array(1_000)].flatMap(() => [rolling(30), rolling(7), month]),
      time,
    );
    expect(queries.window.bad.match(/label_replace/g)).toHaveLength(3);
    expect([
      ...Object.values(queries.burn),
      ...Object.values(queries.window),
      queries.hours,
    ]).toHaveLength(5);
  });

  it('sums the hours that end now, not those that end on the clock', () => {
    expect(sloFleetQueries([rolling(30)], time).window.bad).toBe(
      'label_replace(sum by (entity, sli) (sum_over_time((sightline:sli_bad:increase1h offset -1920s)[2591999500ms:1h])), "window", "2592000s", "", "")',
    );
  });

  it('needs no offset on the full hour', () => {
    expect(sloFleetQueries([rolling(30)], time - 1_920).window.bad).toContain(
      'sum_over_time(sightline:sli_bad:increase1h[',
    );
  });

  it('sums a calendar window from its start', () => {
    // 22 days and 14 hours
    expect(sloFleetQueries([month], time).window.total).toContain(
      `[${(22 * 24 + 14) * 3_600_000 - 500}ms:1h]`,
    );
    expect(sloWindowKey(month)).toBe('month:UTC');
  });

  it('asks for all alerting windows at once', () => {
    expect(sloFleetQueries([rolling(30)], time).burn.total).toBe(
      'sum by (__name__, entity, sli) ({__name__=~"sightline:sli_total:increase(5m|30m|1h|2h|6h|1d|3d)"})',
    );
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

describe('sloHistoryQueries', () => {
  it('follows at five minutes when the step is short', () => {
    expect(sloHistoryQueries(slo, { step: 60 }).recorded.windowBad).toBe(
      `sum(sum_over_time(sightline:sli_bad:increase5m${own}[2591999s:5m]))`,
    );
  });

  it('follows by the hour when the step is long', () => {
    expect(sloHistoryQueries(slo, { step: 7_200 }).recorded).toEqual({
      windowBad: `sum_over_time((sum(sightline:sli_bad:increase1h${own}))[2591999500ms:1h])`,
      windowTotal: `sum_over_time((sum(sightline:sli_total:increase1h${own}))[2591999500ms:1h])`,
      hourBad: `sum(sightline:sli_bad:increase1h${own})`,
      hourTotal: `sum(sightline:sli_total:increase1h${own})`,
    });
  });

  it('needs no recorded series in its raw form', () => {
    expect(
      JSON.stringify(sloHistoryQueries(slo, { step: 60 }).raw),
    ).not.toContain('sightline:');
  });
});
