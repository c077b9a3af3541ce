import { anSlo } from '../__testUtils__/anSlo';
import { formatDuration } from '../../durations/formatDuration';
import { RuleGroup } from '../../rules/types';
import { calendarRules } from './calendarRules';
import { CalendarWindow } from '../windows/CalendarWindow';
import { generateSloRules } from '../generateSloRules';
import { PromtoolTest, runPromtool } from '../promtool/__testUtils__/promtool';
import { sloWindowBounds } from '../windows/sloWindowBounds';

const window = (
  unit: CalendarWindow['unit'],
  timeZone: string,
): CalendarWindow => ({ type: 'calendar', unit, timeZone });

describe('the rules of calendar windows, in promtool', () => {
  it.each<[string, CalendarWindow]>([
    ['2026-10-25T00:30:00Z', window('day', 'Europe/Berlin')],
    ['2026-10-25T01:30:00Z', window('day', 'Europe/Berlin')],
    ['2026-10-25T22:59:59Z', window('day', 'Europe/Berlin')],
    ['2026-10-25T23:00:00Z', window('day', 'Europe/Berlin')],
    ['2026-03-29T21:59:59Z', window('day', 'Europe/Berlin')],
    ['2026-03-29T22:00:00Z', window('day', 'Europe/Berlin')],
    ['2026-02-28T22:59:59Z', window('month', 'Europe/Berlin')],
    ['2026-02-28T23:00:00Z', window('month', 'Europe/Berlin')],
    ['2026-11-01T02:29:59Z', window('month', 'America/St_Johns')],
    ['2026-11-01T02:30:00Z', window('month', 'America/St_Johns')],
    ['2026-12-31T23:59:59Z', window('quarter', 'UTC')],
    ['2027-01-01T00:00:00Z', window('year', 'UTC')],
    [
      '2026-11-15T05:59:59Z',
      {
        ...window('week', 'Asia/Tokyo'),
        count: 2,
        startTime: '2026-01-05 06:00:00',
      },
    ],
  ])('know at %s when it began and ends: %j', (moment, calendar) => {
    const now = Date.parse(moment) / 1_000;
    const [start, end] = calendarRules({}, [calendar]).map(({ expr }) =>
      // Promtool's clock begins in 1970.
      expr.replace(/time\(\)/g, String(now)),
    );
    const bounds = sloWindowBounds(calendar, now);
    const answers = (expr: string, value: number) => ({
      expr,
      eval_time: '0m',
      exp_samples: [{ labels: '{}', value }],
    });
    expect(
      runPromtool([], {
        input_series: [{ series: 'a', values: '1' }],
        promql_expr_test: [
          answers(start, bounds.start),
          answers(end, bounds.end),
        ],
      }),
    ).toBe('');
  });

  const slo = (calendar: CalendarWindow) =>
    anSlo('ingestor', { window: calendar });

  /** Without alerting windows, which are none of this test. */
  const groupsOf = (calendar: CalendarWindow): RuleGroup[] =>
    generateSloRules([slo(calendar)]).map(group => ({
      ...group,
      rules: group.rules.filter(
        rule => 'record' in rule && !/[2-9][hd]$|1d$/.test(rule.record),
      ),
    }));

  /** Sampled and evaluated every 5 minutes, as the windows are. */
  const runByFive = (groups: RuleGroup[], test: PromtoolTest) =>
    runPromtool(groups, test, '5m');

  const events = (minute: number, value: number) => ({
    expr: 'round(sum(sightline:sli_total:window))',
    eval_time: `${minute}m`,
    exp_samples: [{ labels: '{}', value }],
  });

  it.each<[string, CalendarWindow, number]>([
    // Seconds of promtool's clock at which a window begins.
    ['on a full hour', window('day', 'Asia/Tokyo'), 15 * 3_600],
    ['on a half hour', window('day', 'Asia/Kolkata'), 18.5 * 3_600],
    [
      'ten minutes past the hour',
      {
        ...window('month', 'UTC'),
        startTime: '1970-01-01 05:10:00',
      },
      5 * 3_600 + 600,
    ],
    [
      'and goes on for a year',
      {
        ...window('year', 'UTC'),
        startTime: '1970-01-01 05:10:00',
      },
      5 * 3_600 + 600,
    ],
  ])(
    'count anew from the first minute of a window that begins %s',
    (_name, calendar, begin) => {
      const minute = begin / 60;
      expect(sloWindowBounds(calendar, begin).start).toBe(begin);
      expect(
        runByFive(groupsOf(calendar), {
          input_series: [
            {
              series: 'requests_total{service="ingestor"}',
              values: '0+50x260',
            },
          ],
          promql_expr_test: [
            events(minute - 5, 10 * (minute - 5)),
            events(minute, 0),
            events(minute + 5, 50),
            events(minute + 25, 250),
            events(minute + 60, 600),
            events(minute + 155, 1_550),
          ],
        }),
      ).toBe('');
    },
  );

  it('say how much of the window has passed with recording', () => {
    const calendar = window('day', 'UTC');
    expect(
      runByFive(groupsOf(calendar), {
        input_series: [
          {
            series: 'requests_total{service="ingestor"}',
            values: '_x72 0+50x80',
          },
        ],
        promql_expr_test: [
          {
            // Recording began at 6:00, a quarter of a day ago.
            expr: 'round(sum(sightline:sli_recorded:window), 0.01)',
            eval_time: formatDuration(12 * 3_600),
            exp_samples: [{ labels: '{}', value: 0.25 }],
          },
          {
            expr: 'round(sum(sightline:sli_hours:window), 0.1)',
            eval_time: formatDuration(12 * 3_600),
            exp_samples: [{ labels: '{}', value: 6 }],
          },
        ],
      }),
    ).toBe('');
  });
});
