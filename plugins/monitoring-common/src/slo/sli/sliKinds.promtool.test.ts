import {
  availability,
  good,
  NO_NAN,
  noise,
  recorded,
  rulesOf,
  series,
} from '../__testUtils__/recordings';
import { runPromtool } from '../promtool/__testUtils__/promtool';
import { Slo } from '../types';

describe.each([
  ['shared', true],
  ['own', false],
])('what %s rules record of each kind of SLI', (_kind, share) => {
  const rules = (slo: Partial<Slo> = {}) => rulesOf(slo, share);

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
