import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { Parsed } from './types';

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/**
 * Why an id names no configured instance, in words for people; `undefined` when it does.
 *
 * @param known - ids of the configured instances; absent means that any is accepted
 */
export function instanceFault(
  id: string,
  known: readonly string[] | undefined,
): string | undefined {
  if (ID.test(id) && (known ?? [id]).includes(id)) {
    return undefined;
  }
  const nearest = known && nearestName(id.slice(0, 100), known);
  const configured = known
    ? ` There are: ${known.join(', ') || 'none'}.`
    : ' Write the id that it has in the configuration of the portal.';
  return `'${id.slice(0, 80)}' is no configured instance${
    nearest ? `; did you mean '${nearest}'?` : '.'
  }${configured}`;
}

/**
 * Parses `monitoring/prometheus` and `monitoring/grafana`: the id of a configured instance.
 *
 * @param known - ids of the configured instances; absent means that any is accepted
 */
export function parseInstance(
  annotation: string,
  value: string,
  known: readonly string[] | undefined,
): Parsed<string | undefined> {
  const id = value.trim();
  const fault = instanceFault(id, known);
  if (fault === undefined) {
    return { value: id, problems: [] };
  }
  const problems = new ProblemList(annotation, value, known?.[0]);
  problems.error(
    `${fault}${known?.length === 0 ? '' : ' The first one is used'}`,
    { text: value, offset: 0 },
  );
  return { value: undefined, problems: problems.problems };
}
