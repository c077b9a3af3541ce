import { anSlo } from '../__testUtils__/anSlo';
import { generateSloRules } from '../generateSloRules';
import { runPromtool } from '../promtool/__testUtils__/promtool';

/** Finest distance of samples, and here of evaluations, in seconds. */
const STEP = 15;
const MINUTES = 150;

const slo = anSlo('ingestor', {
  window: { type: 'rolling', duration: 7_200 },
});

/** Errors in half an hour of the two: 3 a second of them. */
function badEvents(seconds: number): number {
  return 3 * Math.min(Math.max(seconds - 3_617, 0), 1_800);
}

/** Samples of a counter as a target that is scraped every so many seconds gives them. */
function scraped(
  counter: (seconds: number) => number,
  every: number,
  shift: number,
): string {
  return Array.from({ length: (MINUTES * 60) / STEP + 1 }, (_, index) => {
    const seconds = index * STEP;
    return seconds >= shift && (seconds - shift) % every === 0
      ? String(counter(seconds))
      : '_';
  }).join(' ');
}

const windows = generateSloRules([slo]).map(group => ({
  ...group,
  rules: group.rules.filter(rule => 'record' in rule),
}));

describe('recorded events, whatever the scrape interval and its phase', () => {
  it.each([
    [15, 0],
    [30, 0],
    [30, 15],
    [60, 0],
    [60, 15],
    [60, 45],
  ])('scraped every %d s from second %d', (every, shift) => {
    // An event between two scrapes can be on either side of a window's border, and a figure of five
    // minutes is extrapolated over one such gap.
    const bound = every / 300;
    const isNear = (name: string, kind: string, value: number) => ({
      expr: `abs(sum(sightline:sli_${kind}:${name}) / ${value} - 1) > ${bound}`,
      eval_time: `${MINUTES}m`,
      exp_samples: [],
    });
    const isThere = (name: string) => ({
      expr: `count(sightline:sli_bad:${name})`,
      eval_time: `${MINUTES}m`,
      exp_samples: [{ labels: '{}', value: 1 }],
    });
    expect(
      runPromtool(
        windows,
        {
          input_series: [
            {
              series: 'requests_total{service="ingestor", code="200"}',
              values: scraped(seconds => 20 * seconds, every, shift),
            },
            {
              series: 'requests_total{service="ingestor", code="500"}',
              values: scraped(badEvents, every, shift),
            },
          ],
          promql_expr_test: [
            isThere('window'),
            isNear('window', 'bad', 5_400),
            isNear('window', 'total', 20 * 7_200 + 5_400),
            isThere('increase1h'),
            isNear('increase1h', 'total', 20 * 3_600 + 3 * 17),
            isNear('increase5m', 'total', 6_000),
          ],
        },
        `${STEP}s`,
      ),
    ).toBe('');
  });
});
