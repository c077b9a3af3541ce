import fc from 'fast-check';
import { anSlo } from './__testUtils__/anSlo';
import { AlertingRule, RecordingRule, RuleGroup } from '../rules/types';
import { generateSloRules } from './generateSloRules';
import { SloRuleOptions } from './SloRuleOptions';
import { Slo } from './types';

const availability = anSlo();
const latency: Slo = {
  ...availability,
  id: 'latency-500-ms',
  title: 'Latency ≤ 500 ms',
  sliId: 'http:latency',
  sli: {
    type: 'latency',
    histogram: 'request_duration_seconds',
    thresholdSeconds: 0.5,
  },
  objective: '0.95',
};

/** Rules that no other service takes part in. */
const ownRules = (slos: Slo[], options: SloRuleOptions = {}) =>
  generateSloRules(slos, { ...options, share: false });

const OBJECTIVE = 'sightline:slo_objective:ratio';

/** All recording rules but the one that says who has which objective. */
const records = (groups: RuleGroup[]) =>
  groups.flatMap(({ rules }) =>
    rules.flatMap(rule =>
      'record' in rule && rule.record !== OBJECTIVE ? [rule] : [],
    ),
  );
const alerts = (groups: RuleGroup[]) =>
  groups.flatMap(({ rules }) =>
    rules.flatMap(rule => ('alert' in rule ? [rule] : [])),
  );
/** The SLO's window is all that a rule of its sum may show of what a team tunes. */
const withoutWindow = (rule: RecordingRule) =>
  rule.record.endsWith(':window') ? { ...rule, expr: '' } : rule;
const identity = ({ alert, labels }: AlertingRule) => ({ alert, labels });

describe('generateSloRules', () => {
  it('keeps the environments of an entity apart', () => {
    const inEnvironment = (environment: string): Slo => ({
      ...availability,
      id: `availability--${environment}`,
      environment,
      selector: `service="ingestor", env="${environment}"`,
    });
    const groups = ownRules([inEnvironment('prod'), inEnvironment('stage')]);
    expect(groups.map(({ name }) => name)).toEqual([
      'sightline:slo:component:default/ingestor:sli:http:availability@prod',
      'sightline:slo:component:default/ingestor:window:http:availability@prod',
      'sightline:slo:component:default/ingestor:burn:availability--prod',
      'sightline:slo:component:default/ingestor:sli:http:availability@stage',
      'sightline:slo:component:default/ingestor:window:http:availability@stage',
      'sightline:slo:component:default/ingestor:burn:availability--stage',
    ]);
    const series = records(groups).map(({ record, labels }) =>
      JSON.stringify([record, labels]),
    );
    expect(new Set(series).size).toBe(series.length);
    expect(alerts(groups).map(({ labels }) => labels?.environment)).toEqual([
      ...Array(6).fill('prod'),
      ...Array(6).fill('stage'),
    ]);
    for (const { expr, labels } of alerts(groups)) {
      expect(new Set(expr.match(/sli="[^"]*"/g))).toEqual(
        new Set([`sli="http:availability@${labels?.environment}"`]),
      );
    }
  });

  it('changes nothing but texts when an entity is renamed', () => {
    const renamed: Slo = {
      ...availability,
      entityRef: 'component:default/uploads',
      renamedFrom: availability.entityRef,
    };
    const before = ownRules([availability]);
    const after = ownRules([renamed]);
    expect(after.map(({ name }) => name)).toEqual(
      before.map(({ name }) => name),
    );
    expect(records(after)).toEqual(records(before));
    expect(alerts(after).map(identity)).toEqual(alerts(before).map(identity));
    expect(alerts(after)[0].annotations?.summary).toMatch(/^uploads: /);
  });

  it('records bad and total events over alerting windows and SLO window, never ratios', () => {
    const pairs = (...windows: string[]) =>
      windows.flatMap(window => [
        `sightline:sli_bad:${window}`,
        `sightline:sli_total:${window}`,
      ]);
    expect(
      records(ownRules([availability])).map(({ record }) => record),
    ).toEqual([
      ...pairs(
        ...['5m', '30m', '1h', '2h', '6h', '1d', '3d'].map(
          window => `increase${window}`,
        ),
      ),
      'sightline:sli_recorded:share6h',
      'sightline:sli_recorded:share1d',
      'sightline:sli_recorded:share3d',
      ...pairs('hour', 'hour_so_far', 'window'),
      'sightline:sli_hours:window',
      'sightline:sli_recorded:window',
    ]);
  });

  it('counts up to an hour from raw series and sums the 5-minute pair beyond', () => {
    const rules = records(ownRules([availability]));
    const find = (name: string) =>
      rules.find(({ record }) => record === name)?.expr;
    expect(find('sightline:sli_total:increase1h')).toBe(
      'sum(increase(requests_total{service="ingestor"}[1h]))',
    );
    expect(find('sightline:sli_bad:increase3d')).toBe(
      'sum_over_time(sightline:sli_bad:increase5m{entity="component:default/ingestor", sli="http:availability"}[259199999ms:5m])',
    );
  });

  it('costs no history and restarts no alert when objective, window, owner or texts change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 98_000, max: 99_998 }),
        fc.integer({ min: 7, max: 90 }),
        fc.string(),
        (objective, days, text) => {
          const before = ownRules([availability]);
          const after = ownRules(
            [
              {
                ...availability,
                objective: `0.${objective}`,
                window: { type: 'rolling', duration: days * 86_400 },
                title: text,
                description: text,
              },
            ],
            { owner: text, runbookUrl: text },
          );
          expect(after.map(({ name }) => name)).toEqual(
            before.map(({ name }) => name),
          );
          expect(records(after).map(withoutWindow)).toEqual(
            records(before).map(withoutWindow),
          );
          expect(alerts(after).map(identity)).toEqual(
            alerts(before).map(identity),
          );
        },
      ),
    );
  });

  it('records the SLI of two SLOs once', () => {
    const strict = { ...availability, id: 'strict', objective: '0.9999' };
    const groups = ownRules([availability, strict]);
    expect(groups.map(({ name }) => name)).toEqual([
      'sightline:slo:component:default/ingestor:sli:http:availability',
      'sightline:slo:component:default/ingestor:window:http:availability',
      'sightline:slo:component:default/ingestor:burn:availability',
      'sightline:slo:component:default/ingestor:burn:strict',
    ]);
  });

  it('keeps two latency thresholds of one histogram apart', () => {
    const slow: Slo = {
      ...latency,
      id: 'latency-1-s',
      sli: { ...latency.sli, thresholdSeconds: 1 } as Slo['sli'],
    };
    expect(
      new Set(
        records(ownRules([latency, slow])).map(({ labels }) => labels?.sli),
      ),
    ).toEqual(new Set(['http:latency:0.5s', 'http:latency:1s']));
  });

  it('stays within 20 rules a group', () => {
    for (const { rules } of ownRules([availability, latency])) {
      expect(rules.length).toBeLessThanOrEqual(20);
    }
  });

  it.each(['{{ query "up" }}', '{{{`up`|query}}}', '{{{{{ x'])(
    'does not let a text start a Prometheus template: %s',
    text => {
      const [alert] = alerts(
        ownRules([{ ...availability, title: text }], { owner: text }),
      );
      expect(alert.annotations?.summary).not.toContain('{{');
      expect(alert.annotations?.owner).not.toContain('{{');
    },
  );
});
