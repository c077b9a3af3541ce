import { checkFreeExpression } from './checkFreeExpression';
import { PromqlError } from './PromqlError';

const NOON = Date.UTC(2026, 10, 30, 12);
const OPTIONS = {
  range: { from: NOON - 3_600_000, to: NOON },
  scopeLabels: ['namespace'],
};

/** What is refused: the part that is marked, and why; undefined when it is allowed. */
function refusal(expression: string, options = OPTIONS) {
  try {
    checkFreeExpression(expression, options);
    return undefined;
  } catch (error) {
    if (error instanceof PromqlError) {
      const { offset, length, message } = error;
      return { marked: expression.slice(offset, offset + length), message };
    }
    throw error;
  }
}

describe('checkFreeExpression', () => {
  it.each([
    ['up'],
    ['1 + 1'],
    ['time()'],
    ['sum by (code) (rate(http_requests_total{code=~"5.."}[5m]))'],
    ['{__name__="up"}'],
    ['{__name__=~"up|go_goroutines"}'],
    ['{job="api"}'],
    ['{namespace="a", job="api"}'],
    ['{"http.server.duration"}'],
    ['{"service.name"="api"}'],
    ['increase(up[30d])'],
    ['up offset 13w'],
    ['max_over_time(rate(up[5m])[7d:1m])'],
    ['max_over_time(up[1d:])'],
    ['up @ start()'],
    ['last_over_time(up[1h:1m] @ end())'],
    [`up @ ${NOON / 1_000 - 86_400}`],
    ['rate(up[300])'],
  ])('allows %s', expression => {
    expect(refusal(expression)).toBeUndefined();
  });

  it.each([
    // What is asked for, the part that is marked, and why.
    ['rate(up[365d])', '365d', /^This reaches 365 days back/],
    ['rate(up[1y])', '1y', /^This reaches 365 days back/],
    ['rate(up[8640001])', '8640001', /^This reaches 101 days back/],
    ['up offset 10y', '10y', /^This reaches 3,650 days back/],
    ['up offset -10y', '-10y', /^This reaches 3,650 days back/],
    ['up @ 0', '0', /^This reaches 20,788 days back/],
    ['up @ 1e15', '1e15', /days back/],
    ['rate(up[60d] offset 41d)', '60d', /^This reaches 101 days back/],
    [
      'max_over_time(max_over_time(up[50d:1h])[51d:1h])',
      '51d',
      /^This reaches 101 days back/,
    ],
    ['max_over_time(up[1y:1s])', '1y', /^This reaches 365 days back/],
    [
      'max_over_time(up[1d:1s])',
      'up[1d:1s]',
      /evaluated 86,400 times for each point; at most 11,000/,
    ],
    ['max_over_time(up[30d:])', 'up[30d:]', /evaluated 172,800 times/],
    [
      'max_over_time(vector(1)[1d:1s])',
      'vector(1)[1d:1s]',
      /evaluated 86,400 times/,
    ],
    ['max_over_time(vector(1)[1y:1s])', '1y', /^This reaches 365 days back/],
    [
      'max_over_time(max_over_time(up[1h:1m])[1d:5m])',
      'up[1h:1m]',
      /evaluated 17,280 times/,
    ],
    ['max_over_time(up[1h:0s])', 'up[1h:0s]', /evaluated ∞ times/],
    [
      Array(5).fill('rate(up[90d])').join(' + '),
      '90d',
      /^All selectors up to here reach 450 days back/,
    ],
    [
      '{__name__=~".+"}',
      '{__name__=~".+"}',
      'This could be any series. Name a metric, or fix a label other than namespace as in {job="api"}',
    ],
    ['{x!=""}', '{x!=""}', /^This could be any series/],
    ['{x=""}', '{x=""}', /^This could be any series/],
    ['{namespace="a"}', '{namespace="a"}', /^This could be any series/],
    ['{namespace=~"a|b", x!="y"}', '{namespace=~"a|b", x!="y"}', /any series/],
    ['{"namespace"="a"}', '{"namespace"="a"}', /^This could be any series/],
    ['{job=~"a.*"}', '{job=~"a.*"}', /^This could be any series/],
    ['{job=~"a|"}', '{job=~"a|"}', /^This could be any series/],
    ['{}', '{}', /^This could be any series/],
    [
      'count by (__name__) (up + {__name__=~".+"})',
      '{__name__=~".+"}',
      /any series/,
    ],
    ['topk(scalar({a!="b"}), up)', '{a!="b"}', /any series/],
    ['info(up)', 'info', 'The function info is not allowed'],
    ['up # \r or secret', '\r', /control character/],
    ['rate(up[5m', 'm', /ends too early|does not parse/],
    ['up[5m+1m]', '+', /does not parse/],
  ])('refuses %j at its place', (expression, marked, message) => {
    expect(refusal(expression)).toEqual({
      marked,
      message: expect.stringMatching(message),
    });
  });

  it('refuses what is too long or too deep', () => {
    expect(refusal(`up # ${'a'.repeat(16 * 1024)}`)?.message).toBe(
      'The expression is longer than 16 KiB',
    );
    expect(
      refusal(`${'('.repeat(5_000)}up${')'.repeat(5_000)}`)?.message,
    ).toMatch(/^The expression (is nested too deeply|does not parse)/);
    expect(refusal(Array(500).fill('up').join(' + '))?.message).toBe(
      'The expression is nested too deeply',
    );
  });

  it('measures @ from the time that is asked about', () => {
    const year = 365 * 86_400_000;
    const range = { from: OPTIONS.range.from - year, to: NOON - year };
    const at = `up @ ${range.to / 1_000}`;
    expect(refusal(at)?.message).toMatch(/^This reaches 365 days back/);
    expect(refusal(at, { ...OPTIONS, range })).toBeUndefined();
  });

  it('does not speak of a scope where there is none', () => {
    expect(refusal('{}', { ...OPTIONS, scopeLabels: [] })?.message).toBe(
      'This could be any series. Name a metric, or fix a label as in {job="api"}',
    );
  });
});
