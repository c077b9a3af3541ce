import { MONITORING_ANNOTATION_RENAMED_FROM } from './constants';
import { ProblemList } from './ProblemList';
import { Parsed } from './types';

/** Kind, namespace and name as the catalog allows them: no sign that means anything in PromQL. */
const REF =
  /^[a-z][a-z0-9]{0,62}:[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i;
const LONGEST_PART = 63;

/**
 * Parses `monitoring/renamed-from`: the whole ref that the entity had before. Whether it counts
 * is decided where the catalog can be asked.
 *
 * @param entityRef - canonical ref of the entity that claims it
 */
export function parseRenamedFrom(
  value: string,
  entityRef: string,
): Parsed<string | undefined> {
  const problems = new ProblemList(MONITORING_ANNOTATION_RENAMED_FROM, value);
  const place = { text: value, offset: 0 };
  const isRef =
    REF.test(value) &&
    value.split(/[:/]/).every(part => part.length <= LONGEST_PART);
  const former = value.toLocaleLowerCase('en-US');
  if (!isRef) {
    problems.error(
      `'${value.slice(
        0,
        80,
      )}' is no whole reference of an entity: write kind:namespace/name and nothing else. The entity counts as a new one`,
      place,
    );
  } else if (former === entityRef) {
    problems.warn(
      'The entity has this name now; write the one that it had before, or remove the annotation',
      place,
    );
  } else {
    return { value: former, problems: [] };
  }
  return { value: undefined, problems: problems.problems };
}
