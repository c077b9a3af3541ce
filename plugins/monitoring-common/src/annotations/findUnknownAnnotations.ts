import { ANNOTATION_EXAMPLES, MONITORING_ANNOTATIONS } from './constants';
import { LATER_ANNOTATIONS } from './laterAnnotations';
import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { AnnotationProblem } from './types';

const KNOWN: readonly string[] = MONITORING_ANNOTATIONS;
/** Longer keys are not compared with the known ones. */
const LONGEST_KEY = 100;

/** Problems for annotations that this version does not act on, or does not know. */
export function findUnknownAnnotations(
  annotations: Record<string, unknown>,
): AnnotationProblem[] {
  return Object.entries(annotations).flatMap(([key, value]) => {
    const later = LATER_ANNOTATIONS.find(known => known.key === key);
    if (later) {
      const problems = new ProblemList(key, String(value), later.example);
      problems.warn(
        `${later.what} not understood by this version of Sightline, so nothing of it is used. The line below works`,
      );
      return problems.problems;
    }
    if (!key.startsWith('monitoring/') || KNOWN.includes(key)) {
      return [];
    }
    const nearest =
      key.length <= LONGEST_KEY ? nearestName(key, KNOWN) : undefined;
    const meant = nearest ?? KNOWN[0];
    const problems = new ProblemList(
      key,
      String(value),
      `${meant}: '${ANNOTATION_EXAMPLES[meant]}'`,
    );
    problems.error(
      `There is no annotation '${key.slice(0, LONGEST_KEY)}'${
        nearest ? `; did you mean '${nearest}'?` : '.'
      } It is left out. There are: ${KNOWN.join(', ')}`,
    );
    return problems.problems;
  });
}
