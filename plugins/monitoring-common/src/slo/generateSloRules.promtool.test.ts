import { anSlo } from './__testUtils__/anSlo';
import { generateSloRules } from './generateSloRules';
import {
  checkRules,
  PromtoolTest,
  runPromtool,
} from './promtool/__testUtils__/promtool';
import { Slo } from './types';

const entity = 'component:default/ingestor';
const availability = anSlo();
const latency: Slo = {
  ...availability,
  id: 'latency-1-s',
  sliId: 'http:latency',
  sli: { type: 'latency', histogram: 'duration_seconds', thresholdSeconds: 1 },
  objective: '0.95',
};
const uptime: Slo = {
  ...availability,
  id: 'uptime',
  sliId: 'http:uptime',
  sli: { type: 'uptime', gauge: 'up{$selector}' },
};
/** The same SLO of another entity. */
const ofOther = (slo: Slo): Slo => ({
  ...slo,
  entityRef: 'component:default/gateway',
  selector: slo.selector.replace('ingestor', 'gateway'),
});
const ownOf = (slo: Slo): Slo => ({ ...slo, selector: 'job="x"' });

const series = (name: string, values: string) => ({ series: name, values });
const isEmpty = (expr: string, eval_time: string) => ({
  expr,
  eval_time,
  exp_samples: [],
});
const is = (expr: string, eval_time: string, value: number) => ({
  expr,
  eval_time,
  exp_samples: [{ labels: '{}', value }],
});
const recorded = (name: string, sli = 'http:availability') =>
  `sum(round(sightline:${name}{entity="${entity}", sli="${sli}"}))`;
const run = (slo: Slo, test: PromtoolTest) =>
  runPromtool(generateSloRules([slo]), test);

describe('the generated rules, in promtool', () => {
  it.each([
    ['shared', [availability, latency, uptime]],
    ['own', [availability, latency, uptime].map(ownOf)],
    ['mixed', [availability, ownOf(latency)]],
  ])('pass promtool check rules without a lint finding: %s', (_, slos) => {
    expect(checkRules(generateSloRules([...slos, ...slos.map(ofOther)]))).toBe(
      '',
    );
  });

  it.each(['shared', 'own'])('pass with any text in them: %s', rules => {
    const hostile =
      '"a" \\n \n\u0000\ud800 {{ end }} {{/* }} $1 `b` \u2028 ünï 💥';
    const slo = { ...availability, title: hostile, description: hostile };
    const groups = generateSloRules([slo, ofOther(slo)], {
      share: rules === 'shared',
      owner: hostile,
      runbookUrl: hostile,
      dashboardUrl: hostile,
      entityUrl: hostile,
      key: hostile,
    });
    expect(checkRules(groups)).toBe('');
  });

  it('say in an alert whose SLO it is, what burns, how fast and for how long', () => {
    expect(
      run(ownOf(availability), {
        input_series: [
          series('requests_total{job="x", code="200"}', '0+90x120'),
          series('requests_total{job="x", code="503"}', '0+10x120'),
        ],
        promql_expr_test: [
          is(recorded('sli_bad:increase1h'), '2h', 600),
          is(recorded('sli_total:increase1h'), '2h', 6_000),
        ],
        alert_rule_test: [
          {
            eval_time: '10m',
            alertname: 'SloBurnRateFast',
            exp_alerts: [
              {
                exp_labels: {
                  entity,
                  service: 'ingestor',
                  slo: 'availability',
                  severity: 'critical',
                  tier: 'fast',
                },
                exp_annotations: {
                  summary:
                    'ingestor: Availability burns its error budget more than 14.4 times too fast',
                  // 10 % are 100 times what is allowed: of 7 h 12 min, a hundredth of 30 days, 10 min are gone.
                  description:
                    '10% of the events of the last 1h were bad. The objective of 99.9 % allows 0.1 %. At 14.4 times that a whole error budget is gone in 50 h. At the present rate what is left of it lasts 7h 2m 0s.',
                  sightline_unit: 'percent',
                  sightline_limit: '0.0144',
                  sightline_key: `${entity}|slo-rule-group|availability`,
                },
              },
            ],
          },
        ],
      }),
    ).toBe('');
  });

  it.each(['1', '1.0', '1e+00'])('find the bucket written le="%s"', le => {
    expect(
      run(latency, {
        input_series: [
          series(
            `duration_seconds_bucket{service="ingestor", le="${le}"}`,
            '0+90x20',
          ),
          series(
            'duration_seconds_bucket{service="ingestor", le="10"}',
            '0+99x20',
          ),
          series('duration_seconds_count{service="ingestor"}', '0+100x20'),
        ],
        promql_expr_test: [
          is(recorded('sli_bad:increase5m', 'http:latency:1s'), '20m', 50),
          isEmpty('ALERTS{alertname="SloMetricsAbsent"}', '20m'),
        ],
      }),
    ).toBe('');
  });

  it.each(['0.0005', '5e-04', '5.0E-4'])(
    'find the small bucket le="%s"',
    le => {
      const small: Slo = {
        ...latency,
        sli: {
          type: 'latency',
          histogram: 'duration_seconds',
          thresholdSeconds: 0.0005,
        },
      };
      expect(
        run(small, {
          input_series: [
            series(
              `duration_seconds_bucket{service="ingestor", le="${le}"}`,
              '0+90x20',
            ),
            series('duration_seconds_count{service="ingestor"}', '0+100x20'),
          ],
          promql_expr_test: [
            is(
              recorded('sli_bad:increase5m', 'http:latency:0.0005s'),
              '20m',
              50,
            ),
          ],
        }),
      ).toBe('');
    },
  );

  it('claim nothing when the threshold is no bucket, and say so after ten minutes', () => {
    expect(
      run(latency, {
        input_series: [
          series(
            'duration_seconds_bucket{service="ingestor", le="2"}',
            '0+90x20',
          ),
          series('duration_seconds_count{service="ingestor"}', '0+100x20'),
        ],
        promql_expr_test: [
          isEmpty('{__name__=~"sightline:sli_bad:.*"}', '20m'),
          is(recorded('sli_total:increase5m', 'http:latency:1s'), '20m', 500),
          is(
            'count(ALERTS{alertname="SloMetricsAbsent", alertstate="firing"})',
            '12m',
            1,
          ),
        ],
      }),
    ).toBe('');
  });

  it('count a minute as down only when no instance is up', () => {
    expect(
      run(uptime, {
        input_series: [
          series('up{service="ingestor", instance="a"}', '1x60 0x60'),
          series('up{service="ingestor", instance="b"}', '1x89 0x31'),
        ],
        promql_expr_test: [
          is(recorded('sli_bad:increase1h', 'http:uptime'), '60m', 0),
          is(recorded('sli_bad:increase30m', 'http:uptime'), '110m', 21),
        ],
      }),
    ).toBe('');
  });
});
