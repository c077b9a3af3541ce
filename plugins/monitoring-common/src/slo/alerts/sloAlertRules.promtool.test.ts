import { anSlo } from '../__testUtils__/anSlo';
import { runPromtool, PromtoolTest } from '../promtool/__testUtils__/promtool';
import { alertPolicy } from './alertPolicy';
import { SloAlertGroup } from './SloAlertGroup';
import { sloAlertRules } from './sloAlertRules';
import { Slo } from '../types';

const ingestor = anSlo();
const uploads: Slo = {
  ...ingestor,
  entityRef: 'component:default/uploads',
  title: 'Uploads work',
  objective: '0.99',
};

const shared = (...slos: Slo[]): SloAlertGroup => ({
  slos,
  shared: true,
  optionsOf: () => ({}),
});
const own = (slo: Slo, options = {}): SloAlertGroup => ({
  slos: [slo],
  shared: false,
  optionsOf: () => options,
});

const constant = (series: string, value: number) => ({
  series,
  values: `${value}x60`,
});

/** Recorded series of an SLO with the same ratio over every window. */
function recorded({ entityRef }: Slo, bad: number, total: number, share = 1) {
  const labels = `entity="${entityRef}", sli="http:availability"`;
  return [
    ...['5m', '30m', '1h', '2h', '6h', '1d', '3d'].flatMap(window => [
      constant(`sightline:sli_bad:increase${window}{${labels}}`, bad),
      constant(`sightline:sli_total:increase${window}{${labels}}`, total),
    ]),
    ...['6h', '1d', '3d'].map(window =>
      constant(`sightline:sli_recorded:share${window}{${labels}}`, share),
    ),
    constant(`sightline:sli_bad:window{${labels}, window="30d"}`, bad),
    constant(`sightline:sli_total:window{${labels}, window="30d"}`, total),
    constant(`sightline:sli_recorded:window{${labels}, window="30d"}`, share),
  ];
}

function objective(slo: Slo, texts = '', rules = 'shared') {
  return constant(
    `sightline:slo_objective:ratio{entity="${
      slo.entityRef
    }", sli="http:availability", slo="${
      slo.id
    }", rules="${rules}", objective="${
      slo.objective
    }", window="30d", policy="${alertPolicy(slo)}"${texts}}`,
    Number(slo.objective),
  );
}

const run = (group: SloAlertGroup, test: PromtoolTest) =>
  runPromtool([{ name: 'alerts', rules: sloAlertRules(group) }], test);
const firing = (...alerts: string[]) => ({
  expr: 'count by (alertname, entity) (ALERTS{alertstate="firing"})',
  eval_time: '30m',
  exp_samples: alerts.map(text => {
    const [alertname, entity = 'ingestor'] = text.split(' ');
    return {
      labels: `{alertname="${alertname}", entity="component:default/${entity}"}`,
      value: 1,
    };
  }),
});
const FOUR = [
  'SloBurnRateFast',
  'SloBurnRateMedium',
  'SloBurnRateSlow',
  'SloBurnRateLong',
];

describe.each(['own', 'shared'])(
  'the alerts of %s rules, in promtool',
  kind => {
    const group = (slo: Slo) => (kind === 'own' ? own(slo) : shared(slo));
    const there = (slo: Slo) => objective(slo, '', kind);

    it.each([
      // Exactly the limit, of which no sum and no quotient is exact in binary.
      [1, 1_000, []],
      [
        144,
        10_000,
        ['SloBurnRateMedium', 'SloBurnRateSlow', 'SloBurnRateLong'],
      ],
      [6, 1_000, ['SloBurnRateSlow', 'SloBurnRateLong']],
      [3, 1_000, ['SloBurnRateLong']],
      // A millionth over it.
      [1.000001, 1_000, ['SloBurnRateLong']],
      [144.0001, 10_000, FOUR],
    ])('fire over %p of %p bad events', (bad, total, alerts) => {
      const names = alerts.filter(name => name.startsWith('Slo'));
      const exhausted = names.length > 0 ? ['SloBudgetExhausted'] : [];
      expect(
        run(group(ingestor), {
          input_series: [...recorded(ingestor, bad, total), there(ingestor)],
          promql_expr_test: [firing(...alerts, ...exhausted)],
        }),
      ).toBe('');
    });

    it.each([
      // Three and ten equal parts of the limit, added up: a last digit more than the limit.
      ['14.4', 0.72 + 0.72 + 0.72, 150, FOUR.slice(1)],
      ['1', 0.05 + 0.05 + 0.05, 150, []],
    ])(
      'do not fire for the last digit of a sum at exactly %s times the budget',
      (_, bad, total, alerts) => {
        expect(
          run(group(ingestor), {
            input_series: [...recorded(ingestor, bad, total), there(ingestor)],
            promql_expr_test: [
              firing(
                ...alerts,
                ...(alerts.length > 0 ? ['SloBudgetExhausted'] : []),
              ),
            ],
          }),
        ).toBe('');
      },
    );

    it('weigh long windows and the budget by the share that is recorded', () => {
      expect(
        run(group(ingestor), {
          input_series: [...recorded(ingestor, 2, 100, 0.1), there(ingestor)],
          // 2 % × 0.1 is over the limit of the pair of 3 days alone, and over the budget.
          promql_expr_test: [
            firing('SloBurnRateFast', 'SloBurnRateLong', 'SloBudgetExhausted'),
          ],
        }),
      ).toBe('');
    });

    it('do not fire without traffic, nor with fewer events than the minimum', () => {
      expect(
        run(group(ingestor), {
          input_series: [...recorded(ingestor, 0, 0), there(ingestor)],
          promql_expr_test: [firing()],
        }),
      ).toBe('');
      const patient = { ...ingestor, alerting: { minimumEvents: 70 } };
      for (const [total, alerts] of [
        [70, []],
        [71, FOUR],
      ] as const) {
        expect(
          run(group(patient), {
            input_series: [...recorded(ingestor, 10, total), there(patient)],
            promql_expr_test: [firing(...alerts, 'SloBudgetExhausted')],
          }),
        ).toBe('');
      }
    });

    it('say that nothing is recorded after ten minutes, and nothing before', () => {
      const absent = (eval_time: string, count: number) => ({
        expr: 'sum(ALERTS{alertname="SloMetricsAbsent", alertstate="firing"})',
        eval_time,
        exp_samples: count ? [{ labels: '{}', value: count }] : [],
      });
      expect(
        run(group(ingestor), {
          input_series: [there(ingestor)],
          promql_expr_test: [absent('9m', 0), absent('10m', 1)],
        }),
      ).toBe('');
      expect(
        run(group(ingestor), {
          input_series: [there(ingestor), ...recorded(ingestor, 0, 0)],
          promql_expr_test: [absent('59m', 0)],
        }),
      ).toBe('');
    });
  },
);

describe('the alerts of shared rules, in promtool', () => {
  it('judge each entity by its own objective, and leave out those with own rules', () => {
    const gateway = { ...ingestor, entityRef: 'component:default/gateway' };
    const quiet = {
      ...ingestor,
      entityRef: 'component:default/quiet',
      alerting: { enabled: false },
    };
    expect(
      run(shared(ingestor, uploads, quiet), {
        input_series: [
          ...[ingestor, uploads, quiet, gateway].flatMap(slo =>
            recorded(slo, 20, 1_000),
          ),
          objective(ingestor),
          objective(uploads),
          objective(quiet),
          objective(gateway, '', 'own'),
        ],
        promql_expr_test: [
          firing(
            ...FOUR,
            'SloBudgetExhausted',
            // 2 % are 2 times the budget of 1 %.
            'SloBurnRateLong uploads',
            'SloBudgetExhausted uploads',
          ),
        ],
      }),
    ).toBe('');
  });

  it('say who, what, how fast and how long, in the words of each entity', () => {
    expect(
      run(shared(ingestor, uploads), {
        input_series: [
          ...recorded(ingestor, 0, 1_000),
          ...recorded(uploads, 200, 1_000).map(one =>
            // A tenth of what the month allows is spent.
            /bad:window/.test(one.series) ? constant(one.series, 1) : one,
          ),
          objective(ingestor, ', title="Availability"'),
          objective(
            uploads,
            ', title="Uploads {{ work }} \\"always\\"", owner="group:default/media", runbook_url="https://runbooks/x?a=1&b=2", entity_url="https://portal/uploads"',
          ),
        ],
        alert_rule_test: [
          {
            eval_time: '30m',
            alertname: 'SloBurnRateFast',
            exp_alerts: [
              {
                exp_labels: {
                  entity: 'component:default/uploads',
                  service: 'uploads',
                  slo: 'availability',
                  severity: 'critical',
                  tier: 'fast',
                },
                exp_annotations: {
                  summary:
                    'uploads: Uploads {{ work }} "always" burns its error budget more than 14.4 times too fast',
                  description:
                    '20% of the events of the last 1h were bad. The objective of 99 % allows 1 %. At 14.4 times that a whole error budget is gone in 50 h. At the present rate what is left of it lasts 1d 8h 24m 0s. Owner: group:default/media.',
                  runbook_url: 'https://runbooks/x?a=1&b=2',
                  dashboard_url: '',
                  entity_url: 'https://portal/uploads',
                  owner: 'group:default/media',
                  sightline_unit: 'percent',
                  sightline_limit: '0.144',
                  sightline_key:
                    'component:default/uploads|slo-rule-group|availability',
                },
              },
            ],
          },
        ],
      }),
    ).toBe('');
  });

  it('say what they know when the objective series or the window is gone', () => {
    const [fast] = sloAlertRules(shared(ingestor, uploads));
    const rule = { ...fast, expr: 'max by (entity) (sightline:burn)' };
    expect(
      runPromtool([{ name: 'alerts', rules: [rule] }], {
        input_series: [
          constant('sightline:burn{entity="component:default/ingestor"}', 0.5),
        ],
        alert_rule_test: [
          {
            eval_time: '5m',
            alertname: 'SloBurnRateFast',
            exp_alerts: [
              {
                exp_labels: {
                  entity: 'component:default/ingestor',
                  service: 'ingestor',
                  slo: 'availability',
                  severity: 'critical',
                  tier: 'fast',
                },
                exp_annotations: {
                  summary:
                    'ingestor: availability burns its error budget more than 14.4 times too fast',
                  description: '50% of what is counted was bad.',
                  runbook_url: '',
                  dashboard_url: '',
                  entity_url: '',
                  owner: '',
                  sightline_unit: 'percent',
                  sightline_limit: '',
                  sightline_key:
                    'component:default/ingestor|slo-rule-group|availability',
                },
              },
            ],
          },
        ],
      }),
    ).toBe('');
  });
});
