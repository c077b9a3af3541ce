import { DocumentProblem } from '@sightline/backstage-plugin-monitoring-common';
import { Problem } from '../problems/Problem';

/** What is wrong with SLO documents, at its lines. */
export function documentProblems(
  problems: DocumentProblem[],
  file: string,
): Problem[] {
  return problems.map(({ severity, message, line, pointer }) => ({
    file,
    line,
    column: 1,
    severity,
    message,
    ...(pointer ? { pointer } : {}),
  }));
}
