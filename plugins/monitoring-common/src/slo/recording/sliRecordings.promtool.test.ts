import { generateSloRules } from '../generateSloRules';
import {
  availability,
  bad,
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
])('what %s rules record', (_kind, share) => {
  const rules = (slo: Partial<Slo> = {}) => rulesOf(slo, share);
  const sixHours = rules({ window: { type: 'rolling', duration: 21_600 } });

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
});
