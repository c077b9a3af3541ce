import { MONITORING_ANNOTATION_PACKS } from './constants';
import { Place, ProblemList } from './ProblemList';
import { splitList } from './splitList';
import { PackReference, Parsed } from './types';

const PACK = /^([a-z0-9]+(?:-[a-z0-9]+)*)\s*(?:\(([^()]*)\))?$/;
const MAXIMUM_PACKS = 50;

function parseOptions(
  text: string,
  offset: number,
  problems: ProblemList,
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const place of splitList(text, ',', offset)) {
    const option = /^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+)$/.exec(place.text);
    if (option) {
      options[option[1]] = option[2].trim();
    } else {
      problems.error(
        `'${place.text}' is no option; write name=value. The pack is used without it`,
        place,
      );
    }
  }
  return options;
}

function parsePack(
  place: Place,
  problems: ProblemList,
): PackReference | undefined {
  const match = PACK.exec(place.text);
  if (!match) {
    problems.error(
      `'${place.text}' is no name of a pack: use lower-case letters, digits and '-', and options in one pair of parentheses. The other packs are used`,
      place,
    );
    return undefined;
  }
  const [whole, id, options = ''] = match;
  const offset = place.offset + Math.max(whole.indexOf('(') + 1, 0);
  return { id, options: parseOptions(options, offset, problems) };
}

/** Parses `monitoring/packs`: `http, postgresql(database=media)`. */
export function parsePacks(value: string): Parsed<PackReference[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_PACKS, value);
  const packs: PackReference[] = [];
  for (const place of splitList(value, ',;\n').slice(0, MAXIMUM_PACKS)) {
    const pack = parsePack(place, problems);
    if (pack && packs.some(({ id }) => id === pack.id)) {
      problems.warn(
        `The pack '${pack.id}' is named twice; the first counts`,
        place,
      );
    } else if (pack) {
      packs.push(pack);
    }
  }
  if (packs.length === 0 && problems.problems.length === 0) {
    problems.error('The annotation names no pack');
  }
  return { value: packs, problems: problems.problems };
}
