import fc from 'fast-check';
import { anSlo } from '../__testUtils__/anSlo';
import { AlertingRule } from '../../rules/types';
import { SloAlertGroup } from './SloAlertGroup';
import { sloAlertRules } from './sloAlertRules';
import { BurnRateCatalogue, Slo } from '../types';

const ingestor = anSlo();
const rules = (shared: boolean, ...slos: Slo[]): AlertingRule[] => {
  const group: SloAlertGroup = {
    slos,
    shared,
    optionsOf: ({ entityRef }) => ({ owner: `group:default/of-${entityRef}` }),
  };
  return sloAlertRules(group);
};
const identity = ({ alert, labels }: AlertingRule) => ({ alert, labels });
const pair = (
  severity: 'page' | 'ticket',
  budgetPercent: string,
): BurnRateCatalogue['pairs'][number] => ({
  tier: 'fast',
  severity,
  longWindow: 3_600,
  shortWindow: 300,
  budgetPercent,
});

describe('sloAlertRules', () => {
  it('are six, of which two page', () => {
    for (const shared of [true, false]) {
      expect(
        rules(shared, ingestor).map(({ alert, labels }) => [
          alert,
          labels?.severity,
          labels?.tier,
        ]),
      ).toEqual([
        ['SloBurnRateFast', 'critical', 'fast'],
        ['SloBurnRateMedium', 'critical', 'medium'],
        ['SloBurnRateSlow', 'warning', 'slow'],
        ['SloBurnRateLong', 'warning', 'long'],
        ['SloBudgetExhausted', 'warning', 'exhausted'],
        ['SloMetricsAbsent', 'warning', 'absent'],
      ]);
    }
  });

  it('say the same however many services share them', () => {
    const alone = rules(true, ingestor);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 20 }),
        names => {
          const others = names.map(name => anSlo(name, { title: name }));
          expect(rules(true, ingestor, ...others)).toEqual(alone);
          expect(rules(true, ...others, ingestor)).toEqual(alone);
        },
      ),
    );
  });

  it('have one branch for each policy, in any order, and stay the same alerts', () => {
    const loose = anSlo('gateway', { objective: '0.99' });
    const week = anSlo('uploads', {
      window: { type: 'rolling', duration: 604_800 },
    });
    const all = rules(true, ingestor, loose, week);
    expect(all).toEqual(rules(true, week, loose, ingestor));
    expect(all.map(identity)).toEqual(rules(true, ingestor).map(identity));
    expect(all[0].expr.match(/policy="[^"]*"/g)).toEqual([
      'policy="0.99/30d"',
      'policy="0.999/30d"',
      'policy="0.999/7d"',
    ]);
  });

  it('name no owner, objective or series in their labels', () => {
    for (const shared of [true, false]) {
      for (const { labels } of rules(shared, ingestor)) {
        expect(Object.keys(labels ?? {}).sort()).toEqual(
          [
            ...(shared ? [] : ['entity']),
            'service',
            'severity',
            'slo',
            'tier',
          ].sort(),
        );
      }
    }
    const stage = anSlo('ingestor', { environment: 'stage' });
    expect(rules(true, stage)[0].labels?.environment).toBe('stage');
  });

  it('are none for an SLO that is not to alert, and leave it out of those of others', () => {
    const silent = anSlo('silent', { alerting: { enabled: false } });
    expect(rules(true, silent)).toEqual([]);
    expect(rules(true, ingestor, silent)).toEqual(rules(true, ingestor));
  });

  it('leave out a pair that can never fire', () => {
    expect(
      rules(false, { ...ingestor, objective: '0.9' }).map(({ alert }) => alert),
    ).toEqual([
      'SloBurnRateMedium',
      'SloBurnRateSlow',
      'SloBurnRateLong',
      'SloBudgetExhausted',
      'SloMetricsAbsent',
    ]);
  });

  it('tell catalogues of one name and severities of one tier apart', () => {
    const catalogues = [
      pair('page', '2'),
      pair('page', '3'),
      pair('ticket', '2'),
    ].map(one => ({ name: 'mine', pairs: [one] }));
    const found = rules(
      true,
      ...catalogues.map((catalogue, index) =>
        anSlo(`service-${index}`, { alerting: { catalogue } }),
      ),
    ).filter(({ alert }) => alert === 'SloBurnRateFast');
    expect(found.map(({ labels }) => labels?.severity)).toEqual([
      'critical',
      'warning',
    ]);
    expect(found[0].expr.match(/> 0\.\d+/g)).toEqual([
      '> 0.0144',
      '> 0.0144',
      '> 0.0216',
      '> 0.0216',
    ]);
  });

  it('weigh what is longer than an hour, and only that', () => {
    const weighed = rules(false, ingestor).flatMap(
      ({ expr }) => expr.match(/sli_recorded:\w+/g) ?? [],
    );
    expect(weighed).toEqual([
      'sli_recorded:share6h',
      'sli_recorded:share1d',
      'sli_recorded:share3d',
      'sli_recorded:window',
    ]);
  });

  it('ask for the minimum of events in the long window alone', () => {
    const [fast] = rules(false, {
      ...ingestor,
      alerting: { minimumEvents: 70 },
    });
    expect(fast.expr).toMatch(
      /increase1h\{[^}]*\} > 70\).*increase5m\{[^}]*\} > 0\)/,
    );
  });

  it.each(['{{ query "up" }}', '{{{`up`|query}}}'])(
    'do not let a text start a template: %s',
    title => {
      const [fast] = rules(false, { ...ingestor, title });
      expect(fast.annotations?.summary).not.toContain('{{');
      // Of shared rules no text of an entity is a part.
      expect(JSON.stringify(rules(true, { ...ingestor, title }))).not.toContain(
        'up`|query',
      );
    },
  );
});
