import { InputError } from '@backstage/errors';
import {
  calculateQueryStep,
  checkFreeExpression,
  enforceMatchers,
  ExploreQueryRequest,
  LabelMatcher,
} from '@sightline/backstage-plugin-monitoring-common';
import { PlannedTarget } from '../panels/PlannedPanel';
import { capStep, checkRange, planRange } from '../range';
import { ExpressionError } from './ExpressionError';

const DEFAULT_MAX_DATA_POINTS = 500;

/**
 * A typed expression as it is sent to Prometheus.
 *
 * @param scope - the operator's matchers, carried by every selector then
 * @throws `InputError` for a range or a step that cannot be asked for, `ExpressionError` for an
 *   expression
 */
export function planExplore(
  request: ExploreQueryRequest,
  scope: LabelMatcher[],
): PlannedTarget {
  const { range } = request;
  checkRange(range);
  const expression = enforce(request, scope);
  const step = stepOf(request);
  return {
    refId: 'A',
    expression,
    format: 'time_series',
    instant: request.instant === true,
    range: planRange(range, step, request.utcOffsetSeconds),
    time: range.to / 1_000,
    place: 0,
  };
}

function enforce(
  { expression, range }: ExploreQueryRequest,
  scope: LabelMatcher[],
): string {
  const scopeLabels = scope.map(({ label }) => label);
  return ExpressionError.from(() => {
    checkFreeExpression(expression, { range, scopeLabels });
    return enforceMatchers(expression, scope);
  });
}

/** In seconds. One that a person asked for is refused rather than changed. */
function stepOf({
  range,
  step,
  instant,
  maxDataPoints = DEFAULT_MAX_DATA_POINTS,
}: ExploreQueryRequest): number {
  if (step === undefined) {
    const { stepSeconds } = calculateQueryStep({ ...range, maxDataPoints });
    return capStep(range, stepSeconds);
  }
  const capped = capStep(range, step);
  if (capped > step && !instant) {
    throw new InputError(
      `A step of ${step} s makes more points of this range than Prometheus answers; take ${capped} s or more`,
    );
  }
  return step;
}
