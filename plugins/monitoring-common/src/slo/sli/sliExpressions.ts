import { eventExpressions, SliExpressions, SliScope } from './eventExpressions';
import { Fraction } from '../arithmetic/Fraction';
import { stepsRange } from '../windows/stepsRange';
import { Slo } from '../types';

export { type SliExpressions } from './eventExpressions';

type Indicator = Pick<
  Slo,
  'sli' | 'selector' | 'budgetingMethod' | 'timeSlice'
>;

/** Length of a slice when none is given, and window of what tells that there are events at all. In seconds. */
const FIVE_MINUTES = 300;

/** A share that is exactly the target must not be bad for the last digit of a division. */
const GUARD = '1e-9';

/** 0..1 for each slice that had events: what it adds to the bad ones. */
function sliceExpression(slo: Indicator, scope: SliScope, seconds: number) {
  const { bad, total } = eventExpressions(slo.sli, scope, seconds);
  const share = `(${bad}) / (${total} > 0)`;
  if (slo.budgetingMethod === 'RatioTimeslices') {
    return `clamp_max(${share}, 1)`;
  }
  const allowed = Fraction.parse('1')
    .minus(Fraction.parse(slo.timeSlice?.target ?? '1'))
    .toText();
  return `${share} > bool (${allowed} + ${GUARD})`;
}

/**
 * PromQL that counts an SLI's events, or its slices of time, from the raw series.
 *
 * A service that has never failed has bad events of 0, not none. A service without traffic has 0
 * of both. Only a latency threshold that is no bucket bound leaves `bad` without a series. Slices
 * lie on multiples of their length; a window counts those that end in it, so that windows that
 * follow each other count each slice once.
 *
 * @param windowSeconds - events of the last so many seconds; any length
 * @param by - label that tells services apart whose rules are shared; the answers carry it
 */
export function sliExpressions(
  slo: Indicator,
  windowSeconds: number,
  by?: string,
): SliExpressions {
  const scope = { selector: slo.selector, by };
  const method = slo.budgetingMethod ?? 'Occurrences';
  if (method === 'Occurrences') {
    return eventExpressions(slo.sli, scope, windowSeconds);
  }
  const seconds = slo.timeSlice?.seconds ?? FIVE_MINUTES;
  const slices = `(${sliceExpression(slo, scope, seconds)})${stepsRange(
    windowSeconds,
    seconds,
  )}`;
  // Without events there are no slices. Bad ones, because those are what can be unknown.
  const none = `0 * (${eventExpressions(slo.sli, scope, FIVE_MINUTES).bad})`;
  return {
    total: `count_over_time(${slices}) or ${none}`,
    bad: `sum_over_time(${slices}) or ${none}`,
  };
}
