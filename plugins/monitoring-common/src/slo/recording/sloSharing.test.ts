import fc from 'fast-check';
import { anSlo } from '../__testUtils__/anSlo';
import { validatePromql } from '../../promql/validatePromql';
import { AlertingRule, RecordingRule, RuleGroup } from '../../rules/types';
import { generateSloRules } from '../generateSloRules';
import { sharesRules } from './sharesRules';
import { Slo } from '../types';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const aLatency = (name: string, more: Partial<Slo> = {}) =>
  anSlo(name, {
    id: 'latency-500-ms',
    sliId: 'http:latency',
    sli: {
      type: 'latency',
      histogram: 'request_duration_seconds',
      thresholdSeconds: 0.5,
    },
    ...more,
  });

const rulesOf = (groups: RuleGroup[]) => groups.flatMap(({ rules }) => rules);
const records = (groups: RuleGroup[]) =>
  rulesOf(groups).filter((rule): rule is RecordingRule => 'record' in rule);
const alerts = (groups: RuleGroup[]) =>
  rulesOf(groups).filter((rule): rule is AlertingRule => 'alert' in rule);
const isObjective = ({ record }: RecordingRule) =>
  record === 'sightline:slo_objective:ratio';

describe('sharesRules', () => {
  it.each<[string, boolean, Partial<Slo>]>([
    ['the default selector', true, {}],
    ['further matchers', true, { selector: 'env="prod", app="ingestor"' }],
    ['no label of the name', false, { selector: 'job="http-ingestor"' }],
    ['a pattern', false, { selector: 'service=~"ingestor"' }],
    [
      'another matcher of the label',
      false,
      { selector: 'service="ingestor", service!="x"' },
    ],
    [
      'the name twice',
      false,
      { selector: 'service="ingestor", app="ingestor"' },
    ],
    ['a selector that does not parse', false, { selector: 'service=ingestor' }],
    ['a label of what is recorded', false, { selector: 'entity="ingestor"' }],
    [
      'a former name that its series still have not',
      false,
      { renamedFrom: 'component:default/uploads' },
    ],
    [
      'a namespace that it left, under the same name',
      true,
      { renamedFrom: 'component:media/ingestor' },
    ],
    [
      'a query with a number for what is not there',
      false,
      {
        sli: {
          type: 'ratio',
          bad: 'sum(increase(a{$selector}[$window])) or vector(0)',
          total: 'increase(b{$selector}[$window])',
        },
      },
    ],
    [
      'a query without the placeholder',
      false,
      { sli: { type: 'raw', errorRatio: 'errors:ratio{service="ingestor"}' } },
    ],
    ['a gauge', true, { sli: { type: 'uptime', gauge: 'up{$selector}' } }],
    [
      'matchers of a histogram that do not parse',
      false,
      {
        sli: {
          type: 'latency',
          histogram: 'h',
          matchers: 'code=',
          thresholdSeconds: 1,
        },
      },
    ],
  ])('with %s: %s', (_name, shares, more) => {
    expect(sharesRules(anSlo('ingestor', more))).toBe(shares);
  });

  it('never throws, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (selector, query) => {
        const sli = { type: 'raw' as const, errorRatio: query };
        expect(typeof sharesRules(anSlo('a', { selector, sli }))).toBe(
          'boolean',
        );
      }),
    );
  });
});

describe('generateSloRules, for many services', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `service-${index}`);

  it('needs as many rules for 1,000 services as for one', () => {
    const windows: Slo['window'][] = [
      { type: 'rolling', duration: 30 * DAY },
      { type: 'rolling', duration: 7 * DAY },
      { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
    ];
    const slos = names.flatMap((name, index) => {
      const tuned = {
        objective: `0.99${index % 10}`,
        window: windows[index % 3],
      };
      return [anSlo(name, tuned), aLatency(name, tuned)];
    });
    const groups = generateSloRules(slos, slo => ({
      owner: `group:default/team-${slo.entityRef.length % 50}`,
    }));
    expect(records(groups).length).toBeLessThanOrEqual(60);
    expect(alerts(groups).length).toBeLessThanOrEqual(40);
    expect(
      groups.every(
        ({ name, rules }) =>
          rules.length <= 20 && name.startsWith('sightline:slo:shared:'),
      ),
    ).toBe(true);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it('makes nothing that is refused before it is written, whatever the texts', () => {
    const windows: Slo['window'][] = [
      { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
      { type: 'calendar', unit: 'day', timeZone: 'America/St_Johns' },
      { type: 'rolling', duration: 30 * DAY },
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const groups = generateSloRules(
          names.slice(0, 60).map((name, index) =>
            anSlo(name, {
              title: `\u2028${text}\ud800`,
              window: windows[index % 3],
            }),
          ),
          { owner: text },
        );
        const faults = rulesOf(groups).map(({ expr }) =>
          validatePromql(expr, { anyLength: true }),
        );
        expect(faults.filter(Boolean)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('does not depend on the order of SLOs', () => {
    const slos = names
      .slice(0, 20)
      .flatMap(name => [anSlo(name), aLatency(name)]);
    const expected = generateSloRules(slos);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(slos, { minLength: slos.length }),
        shuffled => {
          expect(generateSloRules(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('changes members and objectives when a service joins, and no alert', () => {
    const before = generateSloRules([anSlo('a'), anSlo('b')]);
    const after = generateSloRules([anSlo('a'), anSlo('b'), anSlo('c.d')]);
    expect(after.map(({ name }) => name)).toEqual(
      before.map(({ name }) => name),
    );
    expect(alerts(after)).toEqual(alerts(before));
    const withoutMembers = (rules: RecordingRule[]) =>
      rules
        .filter(rule => !isObjective(rule))
        .map(rule => ({
          ...rule,
          expr: rule.expr.replace(/service=~"[^"]*"/g, 'service=~"…"'),
        }));
    expect(withoutMembers(records(after))).toEqual(
      withoutMembers(records(before)),
    );
    expect(records(after)[1].expr).toContain('service=~"a|b|c\\\\.d"');
  });

  it('changes nothing but the objective rule for what a team tunes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 98_000, max: 99_998 }),
        fc.string(),
        (objective, text) => {
          const before = generateSloRules([anSlo('a'), anSlo('b')]);
          const after = generateSloRules(
            [
              anSlo('a', {
                objective: `0.${objective}`,
                title: text,
                description: text,
              }),
              anSlo('b'),
            ],
            { owner: text, runbookUrl: text, entityUrl: text },
          );
          const kept = (groups: RuleGroup[]) =>
            records(groups).filter(rule => !isObjective(rule));
          expect(kept(after)).toEqual(kept(before));
          expect(
            alerts(after).map(({ alert, labels }) => [alert, labels]),
          ).toEqual(alerts(before).map(({ alert, labels }) => [alert, labels]));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('records services that measure an SLI in another way beside the others', () => {
    const other = anSlo('b', {
      sli: {
        type: 'ratio',
        bad: 'increase(failures_total{$selector}[$window])',
        total: 'increase(calls_total{$selector}[$window])',
      },
    });
    const raw = (slos: Slo[]) =>
      records(generateSloRules(slos))
        .filter(({ record }) => record === 'sightline:sli_total:increase5m')
        .map(({ expr }) => expr);
    expect(raw([anSlo('a'), other])).toHaveLength(2);
    // Two ways for one entity would write one series twice: the first is used.
    expect(
      raw([anSlo('b', { id: 'a-first' }), { ...other, id: 'b-second' }]),
    ).toEqual(raw([anSlo('b')]));
  });

  it('splits what would be more than 20 rules of a group', () => {
    const pairs = (['fast', 'medium', 'slow', 'long'] as const).map(
      (tier, index) => ({
        tier,
        severity: 'ticket' as const,
        longWindow: (index + 3) * 5 * HOUR,
        shortWindow: (index + 1) * 600,
        budgetPercent: '20',
      }),
    );
    const groups = generateSloRules([
      anSlo('a'),
      anSlo('b', { alerting: { catalogue: { name: 'own', pairs } } }),
    ]).filter(({ name }) => name.includes(':sli:'));
    expect(groups.map(({ name }) => name)).toEqual([
      'sightline:slo:shared:sli:http:availability',
      'sightline:slo:shared:sli:http:availability:2',
    ]);
    expect(groups[0].rules).toHaveLength(20);
  });
});
