import { AnnotationProblem } from '../annotations/types';
import { burnRatePairs } from './burnRatePairs';
import { errorRatioLimit } from './errorRatioLimit';
import { percentText } from './percentText';
import { formatDuration } from '../durations/formatDuration';
import { Slo } from './types';

/**
 * What an SLO that can be measured will not do: pairs whose limit is an error ratio of 100 % or
 * more can never fire and are left out of the rules.
 */
export function sloProblems(slo: Slo): AnnotationProblem[] {
  const unreachable = burnRatePairs(slo).filter(
    pair => Number(errorRatioLimit(pair, slo.objective)) >= 1,
  );
  if (unreachable.length === 0) {
    return [];
  }
  const windows = unreachable
    .map(pair => formatDuration(pair.longWindow))
    .join(', ');
  return [
    {
      annotation: 'monitoring/slos',
      severity: 'warning',
      message: `The burn-rate alert of '${
        slo.id
      }' over ${windows} can never fire, because at an objective of ${percentText(
        slo.objective,
      )} % it needs more than 100 % errors; it is left out, the others are used`,
      example: 'availability 99.9% 30d',
    },
  ];
}
