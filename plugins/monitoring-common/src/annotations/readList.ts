import { Place, ProblemList } from './ProblemList';
import { splitList } from './splitList';
import { splitQuoted } from './splitQuoted';

/**
 * The parts of a list annotation; an empty list and parts beyond the maximum are problems.
 *
 * @param options - `things` names the parts in the plural, for people; `quoted`: nothing separates
 *   in quotes
 */
export function readList(
  value: string,
  problems: ProblemList,
  options: {
    separators: string;
    maximum: number;
    things: string;
    quoted?: boolean;
  },
): Place[] {
  const { separators, maximum, things, quoted } = options;
  const places = quoted
    ? splitQuoted({ text: value, offset: 0 }, separators)
    : splitList(value, separators);
  if (places.length === 0) {
    problems.warn(`The annotation names no ${things}, so it has no effect`);
  }
  if (places.length > maximum) {
    const { offset } = places[maximum];
    problems.error(
      `There are more than ${maximum} ${things}; the first ${maximum} are used`,
      { offset, text: value.slice(offset) },
    );
  }
  return places.slice(0, maximum);
}
