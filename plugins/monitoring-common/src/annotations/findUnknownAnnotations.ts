import { MONITORING_ANNOTATIONS, PLANNED_ANNOTATIONS } from './constants';
import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { AnnotationProblem } from './types';

/** Problems for keys under our prefix that this version does not know. */
export function findUnknownAnnotations(
  annotations: Record<string, string>,
): AnnotationProblem[] {
  const known: readonly string[] = MONITORING_ANNOTATIONS;
  const planned: readonly string[] = PLANNED_ANNOTATIONS;
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith('monitoring/') && !known.includes(key))
    .flatMap(([key, value]) => {
      const nearest = nearestName(key, known);
      const problems = new ProblemList(key, String(value), nearest ?? known[0]);
      if (planned.includes(key)) {
        problems.warn(`'${key}' is not understood by this version`);
      } else {
        problems.error(
          `There is no annotation '${key}'${
            nearest ? `; did you mean '${nearest}'` : ''
          }`,
        );
      }
      return problems.problems;
    });
}
