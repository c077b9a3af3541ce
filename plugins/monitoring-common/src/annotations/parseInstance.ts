import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { Parsed } from './types';

/** Parses `monitoring/prometheus` and `monitoring/grafana`: the id of a configured instance. */
export function parseInstance(
  annotation: string,
  value: string,
  known: readonly string[] | undefined,
): Parsed<string | undefined> {
  const id = value.trim();
  if (!known || known.includes(id)) {
    return { value: id || undefined, problems: [] };
  }
  const problems = new ProblemList(annotation, value, known[0] ?? 'default');
  const nearest = nearestName(id, known);
  problems.error(
    `No instance '${id}' is configured${
      nearest ? `; did you mean '${nearest}'` : ''
    }. The first one is used`,
    { text: value, offset: 0 },
  );
  return { value: undefined, problems: problems.problems };
}
