import fc from 'fast-check';
import { AlertingRule, RuleGroup } from '../rules/types';
import { generateSloRules } from './generateSloRules';
import { Slo } from './types';

const availability: Slo = {
  id: 'availability',
  entityRef: 'component:default/ingestor',
  title: 'Availability',
  sliId: 'http:availability',
  sli: {
    type: 'ratio',
    bad: 'increase(requests_total{$selector, code=~"5.."}[$window])',
    total: 'increase(requests_total{$selector}[$window])',
  },
  selector: 'service="ingestor"',
  objective: '0.999',
  window: { type: 'rolling', duration: 2_592_000 },
};
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

const records = (groups: RuleGroup[]) =>
  groups.flatMap(({ rules }) =>
    rules.flatMap(rule => ('record' in rule ? [rule] : [])),
  );
const alerts = (groups: RuleGroup[]) =>
  groups.flatMap(({ rules }) =>
    rules.flatMap(rule => ('alert' in rule ? [rule] : [])),
  );
const identity = ({ alert, labels }: AlertingRule) => ({ alert, labels });

describe('generateSloRules', () => {
  it('keeps the environments of an entity apart', () => {
    const inEnvironment = (environment: string): Slo => ({
      ...availability,
      id: `availability--${environment}`,
      environment,
      selector: `service="ingestor", env="${environment}"`,
    });
    const groups = generateSloRules([
      inEnvironment('prod'),
      inEnvironment('stage'),
    ]);
    expect(groups.map(({ name }) => name)).toEqual([
      'sightline:slo:component:default/ingestor:sli:http:availability@prod',
      'sightline:slo:component:default/ingestor:burn:availability--prod',
      'sightline:slo:component:default/ingestor:sli:http:availability@stage',
      'sightline:slo:component:default/ingestor:burn:availability--stage',
    ]);
    const series = records(groups).map(({ record, labels }) =>
      JSON.stringify([record, labels]),
    );
    expect(new Set(series).size).toBe(series.length);
    expect(alerts(groups).map(({ labels }) => labels?.environment)).toEqual([
      ...Array(4).fill('prod'),
      ...Array(4).fill('stage'),
    ]);
    for (const { expr, labels } of alerts(groups)) {
      expect(expr.match(/sli="[^"]*"/g)).toEqual(
        Array(4).fill(`sli="http:availability@${labels?.environment}"`),
      );
    }
  });

  it('changes nothing but texts when an entity is renamed', () => {
    const renamed: Slo = {
      ...availability,
      entityRef: 'component:default/uploads',
      renamedFrom: availability.entityRef,
    };
    const before = generateSloRules([availability]);
    const after = generateSloRules([renamed]);
    expect(after.map(({ name }) => name)).toEqual(
      before.map(({ name }) => name),
    );
    expect(records(after)).toEqual(records(before));
    expect(alerts(after).map(identity)).toEqual(alerts(before).map(identity));
    expect(alerts(after)[0].annotations?.summary).toMatch(/^uploads: /);
  });

  it('records bad and total events, never ratios', () => {
    expect(
      records(generateSloRules([availability])).map(({ record }) => record),
    ).toEqual(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d'].flatMap(window => [
        `sightline:sli_bad:increase${window}`,
        `sightline:sli_total:increase${window}`,
      ]),
    );
  });

  it('counts up to an hour from raw series and sums the 5-minute pair beyond', () => {
    const rules = records(generateSloRules([availability]));
    const find = (name: string) =>
      rules.find(({ record }) => record === name)?.expr;
    expect(find('sightline:sli_total:increase1h')).toBe(
      'sum(increase(requests_total{service="ingestor"}[1h]))',
    );
    expect(find('sightline:sli_bad:increase3d')).toBe(
      'sum_over_time(sightline:sli_bad:increase5m{entity="component:default/ingestor", sli="http:availability"}[259199s:5m])',
    );
  });

  it('compares error ratios with limits in plain decimals', () => {
    expect(alerts(generateSloRules([availability]))[0].expr).toBe(
      '(sightline:sli_bad:increase1h{entity="component:default/ingestor", sli="http:availability"} / (sightline:sli_total:increase1h{entity="component:default/ingestor", sli="http:availability"} > 0) > 0.0144)' +
        ' and (sightline:sli_bad:increase5m{entity="component:default/ingestor", sli="http:availability"} / (sightline:sli_total:increase5m{entity="component:default/ingestor", sli="http:availability"} > 0) > 0.0144)',
    );
  });

  it('labels alerts with what does not change, and annotates the rest', () => {
    const [alert] = alerts(
      generateSloRules([availability], {
        owner: 'group:default/media-ingest',
        runbookUrl: 'https://runbooks.example.com/SloBurnRate',
        dashboardUrl: 'https://portal.example.com/ingestor',
      }),
    );
    expect(alert.labels).toEqual({
      entity: 'component:default/ingestor',
      slo: 'availability',
      severity: 'critical',
      tier: 'fast',
    });
    expect(alert.annotations).toEqual({
      summary:
        'ingestor: Availability burns its error budget more than 14.4 times too fast',
      description:
        '{{ $value | humanizePercentage }} of the events of the last 1h were bad. The objective of 99.9 % allows 0.1 %. At 14.4 times that a whole error budget is gone in 50 h. Owner: group:default/media-ingest.',
      runbook_url: 'https://runbooks.example.com/SloBurnRate',
      dashboard_url: 'https://portal.example.com/ingestor',
      owner: 'group:default/media-ingest',
      sightline_unit: 'percent',
      sightline_limit: '0.0144',
      sightline_key: 'component:default/ingestor|slo-rule-group|availability',
    });
  });

  it('pages on the fast pairs and opens tickets on the slow ones', () => {
    expect(
      alerts(generateSloRules([availability])).map(({ alert, labels }) => [
        alert,
        labels?.severity,
      ]),
    ).toEqual([
      ['SloBurnRateFast', 'critical'],
      ['SloBurnRateMedium', 'critical'],
      ['SloBurnRateSlow', 'warning'],
      ['SloBurnRateLong', 'warning'],
    ]);
  });

  it('costs no history and restarts no alert when objective, window, owner or texts change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 98_000, max: 99_998 }),
        fc.integer({ min: 7, max: 90 }),
        fc.string(),
        (objective, days, text) => {
          const before = generateSloRules([availability]);
          const after = generateSloRules(
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
          expect(records(after)).toEqual(records(before));
          expect(alerts(after).map(identity)).toEqual(
            alerts(before).map(identity),
          );
        },
      ),
    );
  });

  it('records the SLI of two SLOs once', () => {
    const strict = { ...availability, id: 'strict', objective: '0.9999' };
    const groups = generateSloRules([availability, strict]);
    expect(groups.map(({ name }) => name)).toEqual([
      'sightline:slo:component:default/ingestor:sli:http:availability',
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
        records(generateSloRules([latency, slow])).map(
          ({ labels }) => labels?.sli,
        ),
      ),
    ).toEqual(new Set(['http:latency:0.5s', 'http:latency:1s']));
  });

  it('stays within 20 rules a group', () => {
    for (const { rules } of generateSloRules([availability, latency])) {
      expect(rules.length).toBeLessThanOrEqual(20);
    }
  });

  it('leaves out a pair that can never fire', () => {
    expect(
      alerts(generateSloRules([{ ...availability, objective: '0.9' }])).map(
        ({ alert }) => alert,
      ),
    ).toEqual(['SloBurnRateMedium', 'SloBurnRateSlow', 'SloBurnRateLong']);
  });

  it.each(['{{ query "up" }}', '{{{`up`|query}}}', '{{{{{ x'])(
    'does not let a text start a Prometheus template: %s',
    text => {
      const [alert] = alerts(
        generateSloRules([{ ...availability, title: text }], { owner: text }),
      );
      expect(alert.annotations?.summary).not.toContain('{{');
      expect(alert.annotations?.owner).not.toContain('{{');
    },
  );
});
