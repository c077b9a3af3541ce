import { AnnotationProblem } from '@sightline/backstage-plugin-monitoring-common';
import { ResolvedMonitoring } from '../packs/types';

function namesOf(environments: ResolvedMonitoring[]): string {
  return environments.map(({ spec }) => `'${spec.environment}'`).join(', ');
}

/**
 * What is wrong in any of an entity's environments, each thing once. What is not wrong in all of
 * them says where.
 */
export function uniteProblems(
  environments: ResolvedMonitoring[],
): AnnotationProblem[] {
  const found = new Map<
    string,
    { problem: AnnotationProblem; where: ResolvedMonitoring[] }
  >();
  for (const environment of environments) {
    const own = new Map(
      environment.problems.map(problem => [JSON.stringify(problem), problem]),
    );
    for (const [key, problem] of own) {
      const known = found.get(key) ?? { problem, where: [] };
      known.where.push(environment);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ problem, where }) =>
    where.length === environments.length
      ? problem
      : { ...problem, message: `In ${namesOf(where)}: ${problem.message}` },
  );
}
