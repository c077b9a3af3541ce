import { RuleGroup } from '../rules/types';
import { generateSloRules } from './generateSloRules';
import { PromtoolTest, runPromtool } from './promtool/__testUtils__/promtool';
import { Slo } from './types';

const service = (name: string): Pick<Slo, 'entityRef' | 'selector'> => ({
  entityRef: `component:default/${name}`,
  selector: `service="${name}"`,
});

const availability: Slo = {
  ...service('ingestor'),
  id: 'availability',
  title: 'Availability',
  sliId: 'http:availability',
  sli: {
    type: 'ratio',
    bad: 'increase(requests_total{$selector, code=~"5.."}[$window])',
    total: 'increase(requests_total{$selector}[$window])',
  },
  objective: '0.999',
  window: { type: 'rolling', duration: 2_592_000 },
};

const series = (name: string, values: string) => ({ series: name, values });
const good = 'requests_total{service="ingestor", code="200"}';
const bad = 'requests_total{service="ingestor", code="503"}';

/** Rounded, because PromQL extrapolates to fractions of events. */
const recorded = (
  name: string,
  eval_time: string,
  value?: number,
  more: string = '',
) => ({
  expr: `round(sum(sightline:${name}{entity="component:default/ingestor"${more}}), 0.001)`,
  eval_time,
  exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
});

const NO_NAN = {
  expr: 'sum({__name__=~"sightline:.*"}) != sum({__name__=~"sightline:.*"})',
  exp_samples: [],
};

describe.each([
  ['shared', true],
  ['own', false],
])('what %s rules record', (_kind, share) => {
  const rules = (slo: Partial<Slo> = {}): RuleGroup[] => {
    const one = { ...availability, ...slo };
    // Another service beside it, which is not to be counted with it.
    return generateSloRules([one, { ...one, ...service('gateway') }], {
      share,
    });
  };
  const sixHours = rules({ window: { type: 'rolling', duration: 21_600 } });
  const noise = series(
    'requests_total{service="gateway", code="503"}',
    '0+7x500',
  );

  it('has 0 bad events of a service that has never failed, over each window', () => {
    expect(
      runPromtool(sixHours, {
        input_series: [noise, series(good, '0+60x450')],
        promql_expr_test: [
          ...['5m', '10m', '15m', '1h', '2h'].map(window =>
            recorded(`sli_bad:increase${window}`, '7h', 0),
          ),
          recorded('sli_bad:window', '7h', 0),
          recorded('sli_total:increase5m', '7h', 300),
          recorded('sli_total:increase2h', '7h', 7_200),
          recorded('sli_total:window', '7h', 21_600),
          recorded('sli_hours:window', '7h', 6),
          recorded('sli_recorded:window', '7h', 1),
          { ...NO_NAN, eval_time: '7h' },
        ],
      }),
    ).toBe('');
  });

  it('weighs events and not minutes: a quiet night adds nothing', () => {
    expect(
      runPromtool(sixHours, {
        input_series: [
          noise,
          // Two busy hours, then a night in which the only request but one fails.
          series(good, '0+1000x120 120000+0x9 120001+0x300'),
          series(bad, '0+0x140 1+0x300'),
        ],
        promql_expr_test: [
          recorded('sli_bad:window', '5h', 1),
          recorded('sli_total:window', '5h', 120_002),
          recorded('sli_total:increase1h', '5h', 0),
          recorded('sli_bad:increase1h', '5h', 0),
          { ...NO_NAN, eval_time: '5h' },
        ],
      }),
    ).toBe('');
  });

  it('counts on through resets of the counter', () => {
    expect(
      runPromtool(sixHours, {
        input_series: [
          series(good, '0+90x60 0+90x120'),
          series(bad, '0+10x60 0+10x120'),
        ],
        promql_expr_test: [
          // The restart takes the minute in which it happens.
          recorded('sli_total:increase2h', '3h', 11_900),
          recorded('sli_bad:increase2h', '3h', 1_190),
          recorded('sli_total:window', '3h', 17_900),
        ],
      }),
    ).toBe('');
  });

  it('adds nothing for a gap, and is whole again behind it', () => {
    expect(
      runPromtool(sixHours, {
        input_series: [
          series(good, '0+99x90 _x30 20000+99x240'),
          series(bad, '0+1x90 _x30 500+1x240'),
        ],
        promql_expr_test: [
          recorded('sli_total:increase5m', '110m'),
          recorded('sli_total:increase2h', '5h', 12_000),
          recorded('sli_bad:increase2h', '5h', 120),
          { ...NO_NAN, eval_time: '2h' },
          { ...NO_NAN, eval_time: '3h' },
        ],
      }),
    ).toBe('');
  });

  it('follows the long windows of pages by the minute', () => {
    expect(
      runPromtool(rules(), {
        input_series: [series(good, '0+50x360 18100+100x100')],
        promql_expr_test: [361, 362, 363, 364, 365, 366].map(minute =>
          recorded(
            'sli_total:increase6h',
            `${minute}m`,
            // Each minute has 100 at its end and loses 50 at its beginning.
            18_000 + 50 * (minute - 360),
          ),
        ),
      }),
    ).toBe('');
  });

  it('adds up: a window is its hours, two hours are two times one', () => {
    const at = (name: string, hours: number) =>
      `sum(sightline:${name}{entity="component:default/ingestor"}${
        hours > 0 ? ` offset ${hours}h` : ''
      })`;
    const hours = (count: number) =>
      Array.from({ length: count }, (_, hour) =>
        at('sli_bad:increase1h', hour),
      ).join(' + ');
    const differs = (name: string, count: number, eval_time: string) => ({
      expr: `abs(${at(name, 0)} - (${hours(count)})) > 0.001`,
      eval_time,
      exp_samples: [],
    });
    expect(
      runPromtool(sixHours, {
        input_series: [
          series(good, '0+50x200 10000+13x150 60000+77x100'),
          series(bad, '0+1x100 101+7x200 1501+0x120'),
        ],
        promql_expr_test: [
          differs('sli_bad:increase2h', 2, '307m'),
          differs('sli_bad:window', 6, '6h'),
          differs('sli_bad:window', 6, '7h'),
          recorded('sli_bad:window', '6h', 1_501),
        ],
      }),
    ).toBe('');
  });

  it('keeps two SLOs on one metric apart, and environments', () => {
    const of = (more: Partial<Slo>): Slo => ({ ...availability, ...more });
    const groups = generateSloRules(
      [
        of({}),
        of({
          id: 'uploads',
          sliId: 'http:uploads',
          sli: {
            type: 'ratio',
            bad: 'increase(requests_total{$selector, path="/upload", code=~"5.."}[$window])',
            total:
              'increase(requests_total{$selector, path="/upload"}[$window])',
          },
        }),
        ...['prod', 'stage'].map(environment =>
          of({
            id: `availability--${environment}`,
            environment,
            selector: `service="ingestor", env="${environment}"`,
          }),
        ),
      ],
      { share },
    );
    const at = (sli: string, value: number, more: string = '') =>
      recorded('sli_total:increase5m', '20m', value, `, sli="${sli}"${more}`);
    expect(
      runPromtool(groups, {
        input_series: [
          series(
            'requests_total{service="ingestor", env="prod", path="/", code="200"}',
            '0+10x30',
          ),
          series(
            'requests_total{service="ingestor", env="stage", path="/upload", code="200"}',
            '0+1x30',
          ),
        ],
        promql_expr_test: [
          at('http:availability', 55, ', environment=""'),
          at('http:uploads', 5),
          at('http:availability@prod', 50, ', environment="prod"'),
          at('http:availability@stage', 5, ', environment="stage"'),
        ],
      }),
    ).toBe('');
  });

  it.each(['1', '1.0', '1e+00'])(
    'finds the bucket of 1 s written le="%s"',
    le => {
      expect(
        runPromtool(
          rules({
            sliId: 'http:latency',
            sli: {
              type: 'latency',
              histogram: 'duration_seconds',
              thresholdSeconds: 1,
            },
          }),
          {
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
            promql_expr_test: [recorded('sli_bad:increase5m', '15m', 50)],
          },
        ),
      ).toBe('');
    },
  );

  it('has no bad events for a threshold that is no bucket bound, and so claims nothing', () => {
    expect(
      runPromtool(
        rules({
          sli: {
            type: 'latency',
            histogram: 'duration_seconds',
            thresholdSeconds: 1,
          },
        }),
        {
          input_series: [
            series(
              'duration_seconds_bucket{service="ingestor", le="2"}',
              '0+90x20',
            ),
            series('duration_seconds_count{service="ingestor"}', '0+100x20'),
          ],
          promql_expr_test: [
            recorded('sli_bad:increase5m', '15m'),
            recorded('sli_total:increase5m', '15m', 500),
          ],
        },
      ),
    ).toBe('');
  });

  it.each<[string, Partial<Slo>, string, number, number]>([
    [
      'good events that exceed all of them are no negative bad ones',
      {
        sli: {
          type: 'ratio',
          good: 'increase(up_total{$selector}[$window])',
          total: 'increase(requests_total{$selector}[$window])',
        },
      },
      '5m',
      0,
      600,
    ],
    [
      'good events that do not exist are none',
      {
        sli: {
          type: 'ratio',
          good: 'increase(none_total{$selector}[$window])',
          total: 'increase(requests_total{$selector}[$window])',
        },
      },
      '5m',
      600,
      600,
    ],
    [
      'minutes without any instance are down',
      { sli: { type: 'uptime', gauge: 'up{$selector}' } },
      '30m',
      // Down at minutes 40 to 49, when both are.
      10,
      30,
    ],
    [
      'minutes of a figure over its value are bad',
      {
        sli: {
          type: 'threshold',
          query: 'queue{$selector}',
          operator: '<=',
          value: 5,
        },
      },
      '30m',
      // 6 from minute 50 on.
      11,
      30,
    ],
    [
      'minutes add their error ratio, where there is one',
      {
        sli: {
          type: 'raw',
          errorRatio: 'errors{$selector} / requests{$selector}',
        },
      },
      '30m',
      // 0.1 from minute 45 on; before it nothing is asked for, and 0 / 0 is no ratio.
      1.6,
      16,
    ],
    [
      'a slice is bad as a whole when too few of its events are good',
      {
        sli: availability.sli,
        budgetingMethod: 'Timeslices',
        timeSlice: { seconds: 300, target: '0.9' },
      },
      '30m',
      // 1 in 11 fails until minute 45: good enough is 1 in 10. Then 1 in 6: three slices.
      3,
      6,
    ],
    [
      'a slice adds its error ratio, whatever its traffic',
      {
        sli: availability.sli,
        budgetingMethod: 'RatioTimeslices',
        timeSlice: { seconds: 300 },
      },
      '30m',
      3 / 11 + 3 / 6,
      6,
    ],
    [
      'a slice of ten minutes is in the five minutes in which it ends',
      {
        sli: availability.sli,
        budgetingMethod: 'Timeslices',
        timeSlice: { seconds: 600, target: '0.95' },
      },
      '30m',
      3,
      3,
    ],
  ])('%s', (_name, slo, window, badEvents, total) => {
    const times = (value: number) => Number(value.toFixed(3));
    expect(
      runPromtool(rules(slo), {
        input_series: [
          noise,
          series(good, '0+100x70'),
          series(
            'requests_total{service="ingestor", code="500"}',
            '0+10x45 470+20x20',
          ),
          series('up_total{service="ingestor"}', '0+1000x70'),
          series('up{service="ingestor", instance="a"}', '1x30 0x40'),
          series('up{service="ingestor", instance="b"}', '1x39 0x9 1x30'),
          series('queue{service="ingestor"}', '5x49 6x20'),
          series('errors{service="ingestor"}', '0x44 2x30'),
          series('requests{service="ingestor"}', '0x44 20x30'),
        ],
        promql_expr_test: [
          recorded(`sli_bad:increase${window}`, '60m', times(badEvents)),
          recorded(`sli_total:increase${window}`, '60m', total),
          { ...NO_NAN, eval_time: '60m' },
        ],
      }),
    ).toBe('');
  });
});
