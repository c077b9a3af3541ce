import { anSlo } from '../__testUtils__/anSlo';
import { parseExpression } from '../../promql/parseExpression';
import { describeSloQueries } from './describeSloQueries';
import { Slo } from '../types';

const slo = anSlo('ingestor', {
  sli: {
    type: 'ratio',
    bad: 'increase(errors_total{$selector}[$window])',
    total: 'increase(requests_total{$selector}[$window])',
  },
});
/** 2026-11-23T14:32:00Z */
const now = 1_795_444_320;
const labels =
  '{entity="component:default/ingestor", sli="http:availability", window="30d"}';

describe('describeSloQueries', () => {
  it('says how each figure is made', () => {
    const queries = describeSloQueries(slo, now);
    const of = (figure: string) =>
      queries
        .filter(query => query.figure === figure)
        .map(({ expression }) => expression);
    expect(of('sli')).toEqual([
      `1 - sightline:sli_bad:window${labels} / sightline:sli_total:window${labels}`,
    ]);
    expect(of('budget')).toEqual([
      `1 - sightline:sli_bad:window${labels} / sightline:sli_total:window${labels} / 0.001`,
    ]);
    expect(of('total')[0]).toContain(
      'increase(requests_total{service="ingestor"}[5m])',
    );
    expect(of('burn-rate')).toHaveLength(4);
    expect(
      queries.flatMap(({ window }) => (window === undefined ? [] : [window])),
    ).toEqual([3_600, 21_600, 86_400, 259_200]);
  });

  it('weighs a calendar window by what has passed of it', () => {
    const month: Slo = {
      ...slo,
      window: { type: 'calendar', unit: 'month', timeZone: 'UTC' },
    };
    const budget = describeSloQueries(month, now).find(
      ({ figure }) => figure === 'budget',
    );
    expect(budget?.expression).toContain('* (time() - 1793491200) / 2592000');
  });

  it('has the alerts as their rules have them', () => {
    const titles = describeSloQueries(slo, now).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Alert SloBurnRateFast',
        'Alert SloBurnRateMedium',
        'Alert SloBurnRateSlow',
        'Alert SloBurnRateLong',
      ]),
    );
  });

  it('writes nothing that Prometheus could not read', () => {
    for (const { expression } of describeSloQueries(slo, now)) {
      expect(() => parseExpression(expression)).not.toThrow();
    }
  });
});
