import { generateSloRules } from '../generateSloRules';
import { sloWindowBounds } from '../windows/sloWindowBounds';
import { runPromtool } from './__testUtils__/promtool';
import { anSlo, KINDS } from './__testUtils__/Scenario';

const HOUR = 3_600;

describe.each(KINDS)('the budget of a calendar window, %s rules', kind => {
  it('is spent when nothing can bring it back, and begins anew with the month', () => {
    const slo = anSlo(kind, 'ingestor', {
      window: {
        type: 'calendar',
        unit: 'month',
        timeZone: 'Europe/Berlin',
        // Promtool begins on 1 January 1970 at 01:00 in Berlin: three hours before this month's end.
        startTime: '1970-01-01 04:00:00',
      },
    });
    const { start, end } = sloWindowBounds(slo.window, 0);
    expect(end).toBe(3 * HOUR);
    // At steady traffic a month has a budget of 44.6 minutes; all fails from minute 10 to 120.
    expect(((end - start) / 60) * 0.001).toBeCloseTo(44.64);
    const firing = (minute: number, fires: boolean) => ({
      expr: 'count(ALERTS{alertname="SloBudgetExhausted"})',
      eval_time: `${minute}m`,
      exp_samples: fires ? [{ labels: '{}', value: 1 }] : [],
    });
    const series = (code: string, values: string) => ({
      series: `requests_total{${slo.selector}, code="${code}"}`,
      values,
    });
    expect(
      runPromtool(
        generateSloRules([slo]),
        {
          input_series: [
            series('200', '0+500x2 1000+0x22 1000+500x20'),
            series('503', '0+0x2 0+500x22 11000+0x20'),
          ],
          promql_expr_test: [
            firing(50, false),
            // When the recording began is known to the hour.
            firing(55 + 60, true),
            firing(175, true),
            firing(190, false),
            firing(200, false),
          ],
        },
        '5m',
      ),
    ).toBe('');
  });
});

describe('a calendar window', () => {
  it('follows the clocks of its zone when they are set back', () => {
    const slo = anSlo('shared', 'ingestor', {
      window: { type: 'calendar', unit: 'week', timeZone: 'Australia/Hobart' },
    });
    // The clocks went back on 8 March 1970: the week until the 9th has 169 hours.
    const { start, end } = sloWindowBounds(
      slo.window,
      Date.UTC(1970, 2, 8) / 1_000,
    );
    expect((end - start) / HOUR).toBe(169);
    // Two evaluations: at the beginning of Unix time, and at this hour of it.
    const beganAt = (hour: number, value: number) =>
      runPromtool(
        generateSloRules([slo]).filter(({ name }) => /calendar/.test(name)),
        {
          input_series: [],
          promql_expr_test: [
            {
              expr: 'sum(sightline:calendar_start:timestamp)',
              eval_time: `${hour}h`,
              exp_samples: [{ labels: '{}', value }],
            },
          ],
        },
        `${hour}h`,
      );
    expect(beganAt(start / HOUR - 1, start - 168 * HOUR)).toBe('');
    expect(beganAt(start / HOUR, start)).toBe('');
    // An hour early, were it summer still.
    expect(beganAt(end / HOUR - 1, start)).toBe('');
    expect(beganAt(end / HOUR, end)).toBe('');
  });
});
